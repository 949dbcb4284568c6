/** Two boroughs who take positions on R-1, and how those read in a table. */
import { positionState } from "../../../shared/position-state.ts";
import type { Position } from "../../../shared/position.ts";
import { anItem, AStatement } from "./a-statement.ts";

export const written = "The service answers calls within two minutes.";
export const changed = "The service answers calls within one minute.";

/** Ada agrees for Camden, Ben for Hackney; Cleo (Camden) and Hal (Hackney) do not. */
export function aStatement(): AStatement {
  const statement = new AStatement();
  statement.letAllAgree();
  const cleo = { personId: "cleo", role: "editor", agrees: false };
  statement.append({ type: "change-role", facts: cleo, words: {} }, "ada", "camden");
  statement.joins("hal", "reviewer", "hackney");
  return statement;
}

/** How each borough stands to R-1: what it says, and whether the words are still those it said it on. */
export function standing(statement: AStatement): string[] {
  const said = statement.record.positions.get("R-1") ?? new Map<string, Position>();
  return [...said].map(([boroughId, position]) => {
    const state = positionState(statement.item("R-1"), boroughId, position);
    return `${boroughId}: ${position.stance}${state === "changed" ? ", changed since" : ""}`;
  });
}

/** The conversations about R-1: what each is, and how it ended. */
export function conversations(statement: AStatement): string[] {
  return (statement.record.threadsByItem.get("R-1") ?? []).map((id) => {
    const { type, position, comments, closed } = statement.thread(id);
    const said = comments.map(({ personId, text }) => `${personId}: ${text}`).join(" / ");
    const end = closed ? `closed, ${closed.note}` : "open";
    return `${position?.boroughId} ${position?.stance} (${type}) ${said} [${end}]`;
  });
}

/** Writes R-1 anew. */
export const rewrites =
  (words: string) =>
  (statement: AStatement): void =>
    statement.says(anItem("R-1", "requirement", words));

/** "Still agree", or whatever the person's borough said. */
export const renews =
  (personId: string) =>
  (statement: AStatement): unknown =>
    statement.does(personId, "renew-positions", {
      items: [{ itemId: "R-1", seen: statement.shown(personId) }],
    });
