/**
 * What ReqIF's specification (OMG formal/16-07-01) asks of a file, as a table: every element, its
 * attributes and their types, the order and number of what is inside, and what refers to what.
 * `reqif-check.ts` holds files to it.
 */

export type ValueKind = keyof typeof valuePatterns;

export const valuePatterns = {
  string: /^[^]*$/,
  boolean: /^(?:true|false|0|1)$/,
  integer: /^[+-]?\d+$/,
  double: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  dateTime:
    /^-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/,
  id: /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u,
  version: /^1\.0$/,
} as const;

/** A `?` after its name: it may be left out. */
export type Attributes = Readonly<Record<string, ValueKind>>;

export interface Rule {
  readonly attributes?: Attributes;
  /** In any order (`all`), in this order, or any number of them. */
  readonly order?: "all" | "sequence" | "any";
  /** A `?` after its name: none or one; `*`: any number; else exactly one. */
  readonly children?: () => Readonly<Record<string, Rule>>;
  readonly words?: ValueKind;
  /** It refers to an element of one of these names. */
  readonly refersTo?: readonly string[];
  readonly isXhtml?: boolean;
}

const identified: Attributes = {
  "DESC?": "string",
  IDENTIFIER: "id",
  "LAST-CHANGE": "dateTime",
  "LONG-NAME?": "string",
};

const types = ["BOOLEAN", "DATE", "ENUMERATION", "INTEGER", "REAL", "STRING", "XHTML"] as const;
type Type = (typeof types)[number];

const valueOfType: Readonly<Record<Type, ValueKind | null>> = {
  BOOLEAN: "boolean",
  DATE: "dateTime",
  ENUMERATION: null,
  INTEGER: "integer",
  REAL: "double",
  STRING: "string",
  XHTML: null,
};

const alternative: Readonly<Record<string, Rule>> = {
  "ALTERNATIVE-ID?": {
    order: "any",
    children: () => ({ "ALTERNATIVE-ID?": { attributes: { IDENTIFIER: "string" } } }),
  },
};

function reference(name: string, refersTo: readonly string[]): Rule {
  return { order: "sequence", children: () => ({ [name]: { words: "string", refersTo } }) };
}

function listOf(children: () => Readonly<Record<string, Rule>>): Rule {
  return { order: "any", children };
}

function ofEachType(prefix: string, rule: (type: Type) => Rule): Record<string, Rule> {
  return Object.fromEntries(types.map((type) => [`${prefix}${type}*`, rule(type)]));
}

function attributeValue(type: Type): Rule {
  const kind = valueOfType[type];
  const definition = `ATTRIBUTE-DEFINITION-${type}`;
  return {
    attributes: {
      ...(kind ? { "THE-VALUE": kind } : {}),
      ...(type === "XHTML" ? { "IS-SIMPLIFIED?": "boolean" } : {}),
    },
    order: "all",
    children: () => ({
      DEFINITION: reference(`${definition}-REF`, [definition]),
      ...(type === "ENUMERATION"
        ? {
            "VALUES?": listOf(() => ({
              "ENUM-VALUE-REF*": { words: "string", refersTo: ["ENUM-VALUE"] },
            })),
          }
        : {}),
      ...(type === "XHTML"
        ? { "THE-VALUE": { isXhtml: true }, "THE-ORIGINAL-VALUE?": { isXhtml: true } }
        : {}),
    }),
  };
}

const values = listOf(() => ofEachType("ATTRIBUTE-VALUE-", attributeValue));

function attributeDefinition(type: Type): Rule {
  const datatype = `DATATYPE-DEFINITION-${type}`;
  return {
    attributes: {
      ...identified,
      "IS-EDITABLE?": "boolean",
      ...(type === "ENUMERATION" ? { "MULTI-VALUED": "boolean" } : {}),
    },
    order: "all",
    children: () => ({
      ...alternative,
      "DEFAULT-VALUE?": listOf(() => ({ [`ATTRIBUTE-VALUE-${type}?`]: attributeValue(type) })),
      TYPE: reference(`${datatype}-REF`, [datatype]),
    }),
  };
}

const enumValue: Rule = {
  attributes: identified,
  order: "all",
  children: () => ({
    ...alternative,
    PROPERTIES: {
      order: "sequence",
      children: () => ({
        "EMBEDDED-VALUE": { attributes: { KEY: "integer", "OTHER-CONTENT": "string" } },
      }),
    },
  }),
};

function datatype(type: Type): Rule {
  const limits: Readonly<Partial<Record<Type, Attributes>>> = {
    INTEGER: { MAX: "integer", MIN: "integer" },
    REAL: { ACCURACY: "integer", MAX: "double", MIN: "double" },
    STRING: { "MAX-LENGTH": "integer" },
  };
  return {
    attributes: { ...identified, ...limits[type] },
    order: "all",
    children: () => ({
      ...alternative,
      ...(type === "ENUMERATION"
        ? { "SPECIFIED-VALUES?": listOf(() => ({ "ENUM-VALUE*": enumValue })) }
        : {}),
    }),
  };
}

const specType: Rule = {
  attributes: identified,
  order: "all",
  children: () => ({
    ...alternative,
    "SPEC-ATTRIBUTES?": listOf(() => ofEachType("ATTRIBUTE-DEFINITION-", attributeDefinition)),
  }),
};

const specObject: Rule = {
  attributes: identified,
  order: "all",
  children: () => ({
    ...alternative,
    "VALUES?": values,
    TYPE: reference("SPEC-OBJECT-TYPE-REF", ["SPEC-OBJECT-TYPE"]),
  }),
};

const specRelation: Rule = {
  attributes: identified,
  order: "all",
  children: () => ({
    ...alternative,
    "VALUES?": values,
    SOURCE: reference("SPEC-OBJECT-REF", ["SPEC-OBJECT"]),
    TARGET: reference("SPEC-OBJECT-REF", ["SPEC-OBJECT"]),
    TYPE: reference("SPEC-RELATION-TYPE-REF", ["SPEC-RELATION-TYPE"]),
  }),
};

const specHierarchy: Rule = {
  attributes: { ...identified, "IS-EDITABLE?": "boolean", "IS-TABLE-INTERNAL?": "boolean" },
  order: "all",
  children: () => ({
    ...alternative,
    "CHILDREN?": listOf(() => ({ "SPEC-HIERARCHY*": specHierarchy })),
    "EDITABLE-ATTS?": listOf(() =>
      Object.fromEntries(
        types.map((type) => [
          `ATTRIBUTE-DEFINITION-${type}-REF*`,
          { words: "string", refersTo: [`ATTRIBUTE-DEFINITION-${type}`] },
        ]),
      ),
    ),
    OBJECT: reference("SPEC-OBJECT-REF", ["SPEC-OBJECT"]),
  }),
};

const specification: Rule = {
  attributes: identified,
  order: "all",
  children: () => ({
    ...alternative,
    "VALUES?": values,
    "CHILDREN?": listOf(() => ({ "SPEC-HIERARCHY*": specHierarchy })),
    TYPE: reference("SPECIFICATION-TYPE-REF", ["SPECIFICATION-TYPE"]),
  }),
};

const relationGroup: Rule = {
  attributes: identified,
  order: "all",
  children: () => ({
    ...alternative,
    "SOURCE-SPECIFICATION": reference("SPECIFICATION-REF", ["SPECIFICATION"]),
    "SPEC-RELATIONS?": listOf(() => ({
      "SPEC-RELATION-REF*": { words: "string", refersTo: ["SPEC-RELATION"] },
    })),
    "TARGET-SPECIFICATION": reference("SPECIFICATION-REF", ["SPECIFICATION"]),
    TYPE: reference("RELATION-GROUP-TYPE-REF", ["RELATION-GROUP-TYPE"]),
  }),
};

export const reqIf: Rule = {
  order: "sequence",
  children: () => ({
    "THE-HEADER": {
      order: "sequence",
      children: () => ({
        "REQ-IF-HEADER": {
          attributes: { IDENTIFIER: "id" },
          order: "sequence",
          children: () => ({
            "COMMENT?": { words: "string" },
            "CREATION-TIME": { words: "dateTime" },
            "REPOSITORY-ID?": { words: "string" },
            "REQ-IF-TOOL-ID": { words: "string" },
            "REQ-IF-VERSION": { words: "version" },
            "SOURCE-TOOL-ID": { words: "string" },
            TITLE: { words: "string" },
          }),
        },
      }),
    },
    "CORE-CONTENT": {
      order: "sequence",
      children: () => ({
        "REQ-IF-CONTENT": {
          order: "sequence",
          children: () => ({
            "DATATYPES?": listOf(() => ofEachType("DATATYPE-DEFINITION-", datatype)),
            "SPEC-TYPES?": listOf(() => ({
              "RELATION-GROUP-TYPE*": specType,
              "SPEC-OBJECT-TYPE*": specType,
              "SPEC-RELATION-TYPE*": specType,
              "SPECIFICATION-TYPE*": specType,
            })),
            "SPEC-OBJECTS?": listOf(() => ({ "SPEC-OBJECT*": specObject })),
            "SPEC-RELATIONS?": listOf(() => ({ "SPEC-RELATION*": specRelation })),
            "SPECIFICATIONS?": listOf(() => ({ "SPECIFICATION*": specification })),
            "SPEC-RELATION-GROUPS?": listOf(() => ({ "RELATION-GROUP*": relationGroup })),
          }),
        },
      }),
    },
  }),
};
