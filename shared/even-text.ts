/**
 * One way to write a rich text down, whoever wrote it: words with the same marks in one piece, marks
 * in one order, nothing that only says what goes without saying. Texts that read the same are then the
 * same data.
 */
import { z } from "zod";
import { digestOf } from "./canonical.ts";
import { emptyRichText, type Mark, type RichNode, type RichText } from "./rich-text.ts";
import { nodeRules } from "./text-rules.ts";

/** Never empty: a field without a paragraph reads like one with an empty one. */
export function evenOut(text: RichText): RichText {
  const content = evenAll(text.content);
  return { type: "doc", content: content.length === 0 ? emptyRichText.content : content };
}

/** The same for two texts that read the same, on the server and in the page. */
export function textFingerprint(text: RichText): string {
  return digestOf(evenOut(text));
}

export function readTheSame(a: RichText, b: RichText): boolean {
  return textFingerprint(a) === textFingerprint(b);
}

const markShape: z.ZodType<Mark> = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
}) as z.ZodType<Mark>;

/** A rich text in shape, whatever it consists of. Erased or damaged words count as an empty text. */
export const keptText: z.ZodType<RichText> = z.custom<RichText>(isRichText).catch(emptyRichText);

/** For what somebody sends: `problemOfText` says what is wrong inside. */
export const sentText = z
  .looseObject({ type: z.literal("doc"), content: z.array(z.unknown()) })
  .refine(isRichText, "This must be a text: ProseMirror's JSON of a document.")
  .transform((text) => text as unknown as RichText);

/** Whether it is a rich text in shape, whatever it consists of. */
export function isRichText(value: unknown): value is RichText {
  return isNode(value, 0) && value.type === "doc" && "content" in value;
}

/** Far beyond any text; what is deeper could not be walked. */
const deepest = 100;

function isNode(value: unknown, depth: number): value is RichNode {
  if (typeof value !== "object" || value === null || depth > deepest) return false;
  const { type, text, attrs, content, marks } = value as Readonly<Record<string, unknown>>;
  return (
    typeof type === "string" &&
    (text === undefined || typeof text === "string") &&
    (attrs === undefined || (typeof attrs === "object" && attrs !== null)) &&
    (marks === undefined || z.array(markShape).safeParse(marks).success) &&
    (content === undefined ||
      (Array.isArray(content) && content.every((child) => isNode(child, depth + 1))))
  );
}

function evenAll(nodes: readonly RichNode[]): RichNode[] {
  const even: RichNode[] = [];
  for (const node of nodes.flatMap(evenNode)) {
    const last = even.at(-1);
    if (last?.text !== undefined && node.text !== undefined && isMarkedAlike(last, node))
      even[even.length - 1] = { ...last, text: last.text + node.text };
    else even.push(node);
  }
  return even;
}

function evenNode(node: RichNode): RichNode[] {
  if (node.text !== undefined) {
    if (node.text === "") return [];
    const marks = (node.marks ?? []).map(evenMark).toSorted((a, b) => (a.type < b.type ? -1 : 1));
    return [{ type: "text", text: node.text, ...(marks.length > 0 ? { marks } : {}) }];
  }
  const unsaid = nodeRules[node.type]?.attributes ?? {};
  const attrs = Object.entries(node.attrs ?? {}).filter(
    ([name, value]) => value !== null && value !== undefined && value !== unsaid[name],
  );
  const content = evenAll(node.content ?? []);
  return [
    {
      type: node.type,
      ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ];
}

function evenMark({ type, attrs }: Mark): Mark {
  const said = Object.entries(attrs ?? {}).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return said.length > 0 ? { type, attrs: Object.fromEntries(said) } : { type };
}

function isMarkedAlike(a: RichNode, b: RichNode): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
