/** A link leads to a page or a mailbox, however the address is typed, and to nothing else. */
import { expect, it } from "vitest";
import { isLinkAddress, linkAddressFrom } from "../../shared/link-address.ts";

it.each([
  ["https://www.gov.uk/repairs", "https://www.gov.uk/repairs"],
  [" hackney.gov.uk/repairs?x=1 ", "https://hackney.gov.uk/repairs?x=1"],
  ["localhost.test:8080/a", "https://localhost.test:8080/a"],
  ["tom@hackney.gov.uk", "mailto:tom@hackney.gov.uk"],
  ["mailto:tom@hackney.gov.uk", "mailto:tom@hackney.gov.uk"],
])("takes %s as %s", (typed, address) => {
  expect(linkAddressFrom(typed)).toBe(address);
});

it.each([
  "",
  "repairs",
  "javascript:alert(1)",
  "JavaScript:alert(1)//a.b",
  "data:text/html,x",
  "file:///etc/passwd",
  "two words.gov.uk",
  "ftp://a.b",
])("refuses %s", (typed) => {
  expect(linkAddressFrom(typed)).toBeNull();
});

it("draws no link that leads elsewhere", () => {
  expect(["javascript:alert(1)", "vbscript:x", "/here", ""].filter(isLinkAddress)).toEqual([]);
});
