/**
 * A second reader of ReqIF that shares nothing with ours: another XML library (libxml2), XPath, and
 * nothing but what the specification says of a file. There is no reader of ReqIF among npm's or Debian's
 * packages, so this one stands in for another tool.
 */
import { XmlDocument, type XmlElement } from "libxml2-wasm";

export interface SeenObject {
  /** How deep it stands in the hierarchy. */
  readonly depth: number;
  readonly type: string;
  /** Names of attributes → what they say; names of enumeration values. */
  readonly values: ReadonlyMap<string, string>;
}

export interface SeenFile {
  readonly title: string;
  readonly specification: string;
  /** In the order of the hierarchy. */
  readonly objects: readonly SeenObject[];
  /** `ReqIF.ForeignID` of both ends. */
  readonly relations: readonly {
    readonly type: string;
    readonly source: string;
    readonly target: string;
    readonly values: ReadonlyMap<string, string>;
  }[];
}

const names = { r: "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" };

export function readIndependently(bytes: Uint8Array): SeenFile {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    return readDocument(document);
  } finally {
    document.dispose();
  }
}

function readDocument(document: XmlDocument): SeenFile {
  const all = (path: string, from: XmlElement = document.root): XmlElement[] =>
    from.find(path, names) as XmlElement[];
  const one = (path: string, from?: XmlElement): XmlElement | undefined => all(path, from)[0];
  const byId = new Map(
    all("//*[@IDENTIFIER]").map((element) => [element.attr("IDENTIFIER")?.value ?? "", element]),
  );
  const nameOf = (id: string): string => byId.get(id)?.attr("LONG-NAME")?.value ?? "";
  const typeOf = (element: XmlElement): string => nameOf(one("r:TYPE/*", element)?.content ?? "");
  const valuesOf = (element: XmlElement): Map<string, string> =>
    new Map(
      all("r:VALUES/*", element).map((value) => [
        nameOf(one("r:DEFINITION/*", value)?.content ?? ""),
        value.attr("THE-VALUE")?.value ??
          one("r:THE-VALUE", value)?.content ??
          all("r:VALUES/r:ENUM-VALUE-REF", value)
            .map(({ content }) => nameOf(content))
            .join("; "),
      ]),
    );
  const objectAt = (path: string, element: XmlElement): XmlElement | undefined =>
    byId.get(one(path, element)?.content ?? "");
  const referenceAt = (path: string, element: XmlElement): string => {
    const object = objectAt(path, element);
    return object ? (valuesOf(object).get("ReqIF.ForeignID") ?? "") : "";
  };
  return {
    title: one("/r:REQ-IF/r:THE-HEADER/r:REQ-IF-HEADER/r:TITLE")?.content ?? "",
    specification: one("//r:SPECIFICATION")?.attr("LONG-NAME")?.value ?? "",
    objects: all("//r:SPECIFICATION//r:SPEC-HIERARCHY").flatMap((place) => {
      const object = objectAt("r:OBJECT/r:SPEC-OBJECT-REF", place);
      return object
        ? {
            depth: all("ancestor-or-self::r:SPEC-HIERARCHY", place).length,
            type: typeOf(object),
            values: valuesOf(object),
          }
        : [];
    }),
    relations: all("//r:SPEC-RELATION").map((relation) => ({
      type: typeOf(relation),
      source: referenceAt("r:SOURCE/*", relation),
      target: referenceAt("r:TARGET/*", relation),
      values: valuesOf(relation),
    })),
  };
}
