/**
 * Runs the steps of a transaction on PostgreSQL in as few journeys there and back as their answers allow:
 * what needs no answer of what goes before is sent at once, behind it. When the database goes away meanwhile
 * it says whether the transaction may have been committed all the same.
 */
import type pg from "pg";
import { storable } from "./storable.ts";
import { outcomeIfAway, StoreAway } from "./store-away.ts";
import { isAnswered, fillIn, type Step, type Together, WrongRows } from "./steps.ts";

type Rows = readonly (readonly unknown[])[];

export function togetherOn(pool: pg.Pool): Together {
  return async (steps) => {
    const client = await pool.connect();
    let isLost = false;
    let isCommitAsked = false;
    const commit = (): Promise<pg.QueryResult> => {
      isCommitAsked = true;
      return client.query("commit");
    };
    try {
      return await run(client, steps, commit);
    } catch (error) {
      const outcome = outcomeIfAway(error);
      if (outcome !== null) {
        isLost = true;
        throw new StoreAway(isCommitAsked ? outcome : "not-done", error);
      }
      await client.query("rollback").catch(() => {
        isLost = true;
      });
      throw error;
    } finally {
      client.release(isLost);
    }
  };
}

async function run(
  client: pg.PoolClient,
  steps: readonly Step[],
  commit: () => Promise<pg.QueryResult>,
): Promise<Rows> {
  const answers: (readonly unknown[])[] = [];
  let ahead = [client.query("begin")];
  while (answers.length < steps.length) {
    const batch = batchFrom(steps, answers.length);
    const asked = batch.map(({ sql, parameters }) =>
      client.query(sql, fillIn(parameters, answers).map(storable)),
    );
    const isLast = answers.length + batch.length === steps.length;
    const isSure = batch.every(({ rows }) => rows === undefined);
    // A transaction in which something failed is not committed, whatever is asked for.
    const behind = isLast && isSure ? [commit()] : [];
    const settled = await Promise.allSettled([...ahead, ...asked, ...behind]);
    const first = answers.length;
    for (const one of settled.slice(0, ahead.length)) valueOf(one);
    for (const [place, { rows: wanted }] of batch.entries()) {
      // In order: what failed after a step that found nothing, failed because of that.
      const { rows } = valueOf(settled[ahead.length + place]);
      if (wanted !== undefined && rows.length !== wanted) throw new WrongRows(first + place);
      answers.push(rows);
    }
    for (const one of settled.slice(ahead.length + batch.length)) valueOf(one);
    if (isLast && !isSure) await commit();
    ahead = [];
  }
  return answers;
}

/** @throws why there is none */
function valueOf(settled: PromiseSettledResult<pg.QueryResult> | undefined): pg.QueryResult {
  if (settled?.status === "fulfilled") return settled.value;
  throw settled?.reason ?? new Error("Nothing was asked.");
}

/** The steps from there on that wait for no answer of one another. */
function batchFrom(steps: readonly Step[], first: number): readonly Step[] {
  const rest = steps.slice(first);
  const waits = rest.findIndex(({ parameters }) =>
    parameters.some((value) => isAnswered(value) && value.step >= first),
  );
  return waits === -1 ? rest : rest.slice(0, waits);
}
