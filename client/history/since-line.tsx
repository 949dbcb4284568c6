/** A quiet line for whoever comes back: how much others changed since they were last here, and the way to it. */
import { useEffect, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { askChanges, askLastVisit } from "../connection/history-api.ts";
import { useMe, useSession } from "../connection/hooks.ts";
import { dayWords } from "../words/day-words.ts";
import "./history.css";

interface Back {
  readonly since: string;
  /** Changes by others; as many as were asked for stands for "at least". */
  readonly count: number;
}

const countedAtMost = 200;

export function SinceLine(): ReactNode {
  const { statementId } = useSession();
  const { personId } = useMe();
  const [back, setBack] = useState<Back | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const since = await askLastVisit(statementId);
      if (since === null) return;
      const { story } = await askChanges(statementId, since, countedAtMost);
      const others = story.filter((told) =>
        told.kind === "edit"
          ? told.personId !== personId || told.others.length > 0
          : told.entry.personId !== personId && told.entry.type !== "give-references",
      );
      if (!isOver) setBack({ since, count: others.length });
    };
    // Without an answer the line is simply not there.
    ask().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [statementId, personId]);
  if (!back || back.count === 0) return null;
  const { count, since } = back;
  const changes =
    count === 1 ? "1 change" : `${count >= countedAtMost ? `${count} or more` : count} changes`;
  return (
    <p className="since-line">
      {changes} by others since you were here on {dayWords(since)}.{" "}
      <Link to={`/statements/${statementId}/changes`}>See what changed</Link>
    </p>
  );
}
