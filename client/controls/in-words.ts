/** "Camden", "Camden and Hackney", "Camden, Hackney and Southwark". */
export function inWords(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(names);
}
