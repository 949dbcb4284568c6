/** "2,000 items", "1 item"; "" for none. */
export function count(number: number, one: string, many = `${one}s`): string {
  return number === 0 ? "" : `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
