/** A zip that somebody sends is read within limits, whatever it says of itself. */
import { describe, expect, it } from "vitest";
import { isZip, readZip, zipLimits } from "../../../server/exchange/zip.ts";
import { aZip } from "./a-zip.ts";

async function reads(bytes: Uint8Array): Promise<string> {
  const read = await readZip(bytes);
  return read.state === "refused" ? read.what : read.names.join(", ");
}

describe("a zip", () => {
  it("is known by its first bytes, not by its name", () => {
    expect(isZip(aZip([{ name: "a", bytes: "a" }]))).toBe(true);
    expect(isZip(new TextEncoder().encode("kind,text"))).toBe(false);
  });

  it("is read by name, and only what is wanted is unpacked", async () => {
    const zip = aZip([
      { name: "word/document.xml", bytes: "<a>é</a>" },
      { name: "word/media/image.png", bytes: "picture" },
    ]);
    const read = await readZip(zip, (name) => name.endsWith(".xml"));
    if (read.state !== "read") throw new Error(read.what);
    expect(read.names).toEqual(["word/document.xml", "word/media/image.png"]);
    expect([...read.files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual(
      [["word/document.xml", "<a>é</a>"]],
    );
  });

  const megabyte = new Uint8Array(1024 * 1024);
  const hostile: [what: string, zip: () => Uint8Array, says: RegExp][] = [
    ["packed a thousandfold", () => aZip([{ name: "a", bytes: megabyte }]), /far more/],
    [
      "with a file that unpacks to more than it says",
      () => aZip([{ name: "a", bytes: megabyte, saysSize: 50_000 }]),
      /damaged/,
    ],
    [
      "with a file that says it is enormous",
      () => aZip([{ name: "a", bytes: "a", saysSize: zipLimits.entryBytes + 1 }]),
      /far more/,
    ],
    [
      "with thousands of files",
      () =>
        aZip(
          Array.from({ length: zipLimits.entries + 1 }, (_, at) => ({ name: `${at}`, bytes: "" })),
        ),
      /far more/,
    ],
    ["that climbs out of its folder", () => aZip([{ name: "../a", bytes: "a" }]), /damaged/],
    ["with an absolute name", () => aZip([{ name: "/etc/passwd", bytes: "a" }]), /damaged/],
    ["with backslashes", () => aZip([{ name: "a\\..\\b", bytes: "a" }]), /damaged/],
    [
      "with one name twice",
      () =>
        aZip([
          { name: "a", bytes: "a" },
          { name: "a", bytes: "b" },
        ]),
      /damaged/,
    ],
    ["locked with a password", () => aZip([{ name: "a", bytes: "a", isLocked: true }]), /password/],
    ["cut short", () => aZip([{ name: "a", bytes: "a" }]).slice(0, -10), /damaged/],
    ["of noise", () => new TextEncoder().encode("PK\u0003\u0004 and then nothing"), /damaged/],
  ];
  for (const [what, zip, says] of hostile) {
    it(`${what} is refused with what to do`, async () => {
      expect(await reads(zip())).toMatch(says);
    });
  }
});
