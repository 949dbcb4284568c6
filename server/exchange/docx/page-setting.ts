/** The pages of our Word files: A4, the title on top from the second page on, page numbers at the foot. */
import { Footer, Header, PageNumber, Paragraph, TextRun, type ISectionOptions } from "docx";
import { printable } from "../printable.ts";
import { page, textWidth } from "./word-styles.ts";

/** @param kind what sort of document it is, for the head of its first page */
export function pageSetting(
  kind: string,
  title: string,
  standing: string,
): Omit<ISectionOptions, "children"> {
  const { width, height, margin } = page;
  const foot = new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        rightTabStop: textWidth,
        children: [
          new TextRun(standing),
          new TextRun({
            children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: { width, height },
        margin: {
          top: 1_300,
          right: margin,
          bottom: 1_200,
          left: margin,
          header: 620,
          footer: 560,
        },
      },
    },
    headers: {
      first: new Header({
        children: [new Paragraph({ style: "Header", children: [new TextRun(kind)] })],
      }),
      default: new Header({
        children: [new Paragraph({ style: "Header", children: [new TextRun(printable(title))] })],
      }),
    },
    footers: { first: foot, default: foot },
  };
}
