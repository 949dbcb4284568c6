/** Which addresses a link may lead to, and making one of what a person types. */

const allowed = new Set(["http:", "https:", "mailto:"]);

export function isLinkAddress(address: string): boolean {
  try {
    return allowed.has(new URL(address).protocol);
  } catch {
    return false;
  }
}

/**
 * The address that a person means: `hackney.gov.uk/repairs` is a web page, `tom@hackney.gov.uk` an
 * email address. Null when it is neither, or leads to anything but a page or a mailbox.
 */
export function linkAddressFrom(typed: string): string | null {
  const words = typed.trim();
  if (words === "" || /\s/.test(words)) return null;
  if (isLinkAddress(words)) return words;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(words)) return null;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(words)) return `mailto:${words}`;
  const page = `https://${words}`;
  return /^[^/?#]+\.[^/?#]+/.test(words) && isLinkAddress(page) ? page : null;
}
