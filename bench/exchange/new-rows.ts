/** A CSV file of items that no statement has yet: half of them needs, half requirements that meet one each. */

export function newRows(count: number): Uint8Array {
  const pairs = Array.from(
    { length: count / 2 },
    (_, at) =>
      `need,U-${at},Part ${at % 40},"As a tenant, I need to do thing ${at} so that it works.",must,,Camden,\n` +
      `requirement,S-${at},Part ${at % 40},The supplier does thing ${at}.,must,U-${at} fully,,`,
  );
  const headings = "kind,reference,section,text,priority,meets,borough,notes";
  return new TextEncoder().encode([headings, ...pairs].join("\n"));
}
