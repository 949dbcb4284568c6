/**
 * Writes answers that have thousands of rows. Promises what the usual way does (every row is checked
 * against its schema before it leaves), but for each row only once: one that did not change since the
 * last answer is the same object, and is written as it was.
 */
import type { FastifySerializerCompiler } from "fastify";
import { serializerCompiler } from "fastify-type-provider-zod";
import type { z } from "zod";

/**
 * @param name under which the answer has its rows
 * @param row the schema of one, the same as in the answer's
 */
export function writesRowsOnce(name: string, row: z.ZodType): FastifySerializerCompiler<unknown> {
  const written = new WeakMap<object, string>();
  return (asked) => {
    // Fastify hands over what the route names for that status.
    const route = { ...asked, schema: asked.schema as z.ZodType };
    const writeAll = serializerCompiler(route);
    if (route.httpStatus !== "200") return writeAll;
    const writeRow = serializerCompiler({ ...route, schema: row });
    const write = (one: object): string => {
      const known = written.get(one) ?? writeRow(one);
      written.set(one, known);
      return known;
    };
    return (answer: Readonly<Record<string, readonly object[]>>) => {
      const rows = answer[name] ?? [];
      // A quote inside of words is written with a backslash: this stands once.
      const [before = "", after = ""] = writeAll({ ...answer, [name]: [] }).split(`"${name}":[]`);
      return `${before}"${name}":[${rows.map(write).join(",")}]${after}`;
    };
  };
}
