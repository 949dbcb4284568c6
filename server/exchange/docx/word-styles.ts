/**
 * How our Word files look: a sober council document in Arial, A4. Headings are numbered by Word itself,
 * from the styles, so that moving a section numbers the rest anew and no number is typed.
 */
import {
  AlignmentType,
  LevelFormat,
  LevelSuffix,
  type ILevelsOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
} from "docx";
import { continuedStyle, styleIds } from "./style-names.ts";
import { deepestList } from "./word-blocks.ts";

/** A4 with margins of 2 cm, in twentieths of a point. */
export const page = { width: 11_906, height: 16_838, margin: 1_134 } as const;
export const textWidth = page.width - 2 * page.margin;

const ink = "1D2A35";
const quiet = "51606C";
const accent = "1F4E6B";
const rule = "B8C4CC";
const font = "Arial";
const indent = 340;

/** The list definitions: headings, and the two sorts of list that a text may hold. */
export const numbering = [
  { reference: "headings", levels: [0, 1, 2].map(headingLevel) },
  {
    reference: "bullets",
    levels: levels((depth) => ({ format: LevelFormat.BULLET, text: bulletAt(depth) })),
  },
  {
    reference: "numbers",
    levels: levels((depth) => ({ format: numberFormatAt(depth), text: `%${depth + 1}.` })),
  },
];

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font,
        size: 22,
        color: ink,
        language: { value: "en-GB", eastAsia: "en-GB", bidirectional: "ar-SA" },
      },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { font, size: 48, bold: true, color: accent },
      paragraph: { spacing: { before: 480, after: 160, line: 264 } },
    },
    heading1: heading(0, 32, 420),
    heading2: heading(1, 26, 320),
    heading3: heading(2, 23, 260),
    hyperlink: { run: { color: accent, underline: { type: "single" } } },
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 26, color: quiet },
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: "TOCHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 28, bold: true, color: accent },
      paragraph: { keepNext: true, spacing: { before: 480, after: 120 } },
    },
    ...[0, 1, 2].map(contentsStyle),
    {
      id: styleIds.cell,
      name: "Needline cell",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 40, after: 60, line: 259 } },
    },
    {
      id: styleIds.tableHead,
      name: "Needline table head",
      basedOn: styleIds.cell,
      run: { bold: true, color: accent },
      paragraph: { keepNext: true },
    },
    {
      id: styleIds.note,
      name: "Needline note",
      basedOn: "Normal",
      run: { size: 18, color: quiet },
      paragraph: { spacing: { before: 40, after: 60, line: 259 } },
    },
    ...[0, 1, 2, 3, 4].map(continuedList),
    { id: "Header", name: "header", basedOn: "Normal", run: { size: 18, color: quiet } },
    { id: "Footer", name: "footer", basedOn: "Normal", run: { size: 18, color: quiet } },
    {
      id: "CommentText",
      name: "annotation text",
      basedOn: "Normal",
      run: { size: 20 },
      paragraph: { spacing: { after: 0 } },
    },
  ],
  characterStyles: [
    {
      id: styleIds.label,
      name: "Needline label",
      quickFormat: true,
      run: { color: quiet },
    },
  ],
};

function heading(level: number, size: number, before: number) {
  return {
    run: { font, size, bold: true, color: accent },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level,
      spacing: { before, after: 120, line: 264 },
      numbering: { reference: "headings", level },
    },
  };
}

function headingLevel(level: number): ILevelsOptions {
  const left = 567 + 142 * level;
  return {
    level,
    format: LevelFormat.DECIMAL,
    text: [1, 2, 3]
      .slice(0, level + 1)
      .map((number) => `%${number}`)
      .join("."),
    alignment: AlignmentType.LEFT,
    suffix: LevelSuffix.TAB,
    style: { style: `Heading${level + 1}`, paragraph: { indent: { left, hanging: left } } },
  };
}

function levels(
  sign: (depth: number) => Pick<ILevelsOptions, "format" | "text">,
): readonly ILevelsOptions[] {
  return Array.from({ length: deepestList + 1 }, (_, depth) => ({
    level: depth,
    alignment: AlignmentType.LEFT,
    ...sign(depth),
    style: { paragraph: { indent: { left: indent * (depth + 1), hanging: indent } } },
  }));
}

function bulletAt(depth: number): string {
  return ["•", "–", "▪"][depth % 3] ?? "•";
}

function numberFormatAt(depth: number) {
  const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];
  return formats[depth % 3] ?? LevelFormat.DECIMAL;
}

function continuedList(depth: number): IParagraphStyleOptions {
  return {
    id: continuedStyle(depth),
    name: depth === 0 ? "List Continue" : `List Continue ${depth + 1}`,
    basedOn: "Normal",
    run: { size: 20 },
    paragraph: { indent: { left: indent * (depth + 1) }, spacing: { before: 40, after: 60 } },
  };
}

function contentsStyle(level: number): IParagraphStyleOptions {
  return {
    id: `TOC${level + 1}`,
    name: `toc ${level + 1}`,
    basedOn: "Normal",
    next: "Normal",
    run: level === 0 ? { bold: true } : {},
    paragraph: {
      indent: { left: 284 * level },
      spacing: { before: level === 0 ? 100 : 0, after: 40 },
    },
  };
}

/** A calm table: thin lines between rows. */
function tableStyle(id: string, name: string): string {
  const border = (side: string, size: number): string =>
    `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${rule}"/>`;
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}">` +
    `<w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>` +
    `<w:tblPr><w:tblBorders>${border("top", 8)}${border("bottom", 8)}${border("insideH", 4)}` +
    `${id === styleIds.table ? border("insideV", 4) : ""}</w:tblBorders>${cellMargins(40, 100)}</w:tblPr>` +
    `</w:style>`
  );
}

function cellMargins(above: number, beside: number): string {
  return (
    `<w:tblCellMar><w:top w:w="${above}" w:type="dxa"/><w:left w:w="${beside}" w:type="dxa"/>` +
    `<w:bottom w:w="${above}" w:type="dxa"/><w:right w:w="${beside}" w:type="dxa"/></w:tblCellMar>`
  );
}

/** Styles of tables, for which docx has no words of its own. */
export const externalStyles =
  `<w:styles mc:Ignorable="w14 w15" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
  ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
  ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
  ` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
  ` xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">` +
  `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>` +
  `<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>` +
  `<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cellMargins(0, 108)}</w:tblPr></w:style>` +
  `${tableStyle(styleIds.items, "Needline items")}${tableStyle(styleIds.table, "Needline table")}</w:styles>`;
