/** Words as a search compares them. */

/** Lower case without accents; anything but letters and digits parts words. */
export function flatten(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
