/** An act that waits for its turn, and what becomes of one that another server overtook. */
import type { Entry } from "../../shared/entry.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Bus } from "../bus/bus.ts";
import { outcomeIfAway } from "../store/store-away.ts";
import type { Author, Decision } from "./act.ts";
import type { Agenda } from "./agenda.ts";
import type { CommittedText } from "./committed-text.ts";
import { forgetCopy } from "./own-text.ts";
import { channelOf, tellServers } from "./server-messages.ts";

export interface WaitingAct {
  readonly by: Author;
  readonly decide: () => Decision;
  readonly resolve: (entries: Entry[]) => void;
  readonly reject: (error: unknown) => void;
  /** How often another server came between. */
  tries: number;
}

/** Each time somebody else came further, so that it is never all of them who wait. */
const mostTries = 50;

/** So often an act is overtaken before the others are asked to hold still. */
const triesBeforeHold = 2;

/** It is the next act again, to be decided on what the room has caught up with. */
export function decideAgain(
  act: WaitingAct,
  agenda: Agenda<WaitingAct>,
  place: { readonly text: CommittedText; readonly bus: Bus; readonly statementId: string },
): void {
  const { text, bus, statementId } = place;
  forgetCopy(text);
  act.tries += 1;
  if (act.tries === mostTries) {
    act.reject(unavailable());
    return;
  }
  if (act.tries % triesBeforeHold === 0) tellServers(bus, channelOf(statementId), { kind: "hold" });
  agenda.putActBack(act);
}

/** What somebody is told whose act could not be kept: that it was not, only when that is sure. */
export function notKept(error: unknown): Refusal {
  if (outcomeIfAway(error) !== "unknown") return unavailable();
  return new Refusal(
    "unavailable",
    "Needline cannot tell whether that was saved. Wait a moment, then try again.",
  );
}

export function unavailable(): Refusal {
  return new Refusal("unavailable", "That could not be saved. Wait a moment, then try again.");
}
