/**
 * What a database keeps of a value. Neither engine's text has NUL: PostgreSQL refuses it, and SQLite gives
 * back what stands before it. What somebody typed must not keep everything else from being saved.
 */
export function storable<V>(value: V): V | string {
  return typeof value === "string" && value.includes("\0")
    ? value.replaceAll("\0", "\uFFFD")
    : value;
}
