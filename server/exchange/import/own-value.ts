/** What a record says of a word that came from outside: never what every object has by birth ("constructor"). */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>>,
  word: string,
): Value | undefined {
  return Object.hasOwn(record, word) ? record[word] : undefined;
}
