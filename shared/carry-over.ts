/**
 * A change of wording carried over to a text that others have changed meanwhile. Promises to carry it
 * over only where it still belongs: the words that it replaces are there unchanged, and where it only
 * adds words, the words on both sides still stand side by side. Else it says that the text moved on.
 */
import { diffArrays } from "diff";
import { evenOut, readTheSame } from "./even-text.ts";
import type { Mark, RichNode, RichText } from "./rich-text.ts";

export type CarriedOver =
  /** Everything else that changed meanwhile stays. */
  | { readonly state: "fits"; readonly text: RichText }
  /** The text says it already. */
  | { readonly state: "said" }
  | { readonly state: "moved-on" };

/** @param before and `after`: the change; `now`: what the text says today */
export function carryOver(before: RichText, after: RichText, now: RichText): CarriedOver {
  if (readTheSame(now, after)) return { state: "said" };
  if (readTheSame(now, before)) return { state: "fits", text: evenOut(after) };
  const [old, wanted, today] = [before, after, now].map((text) => tokensOf(evenOut(text).content));
  if (!old || !wanted || !today) return { state: "moved-on" };
  const places = placesOf(old, today);
  const changed: Token[] = [];
  let copied = 0;
  for (const { from, to, tokens } of hunksOf(old, wanted)) {
    const place = placeOf(places, today.length, from, to);
    if (!place || place.from < copied) return { state: "moved-on" };
    changed.push(...today.slice(copied, place.from), ...tokens);
    copied = place.to;
  }
  changed.push(...today.slice(copied));
  const content = readTokens(changed);
  return content
    ? { state: "fits", text: evenOut({ type: "doc", content }) }
    : { state: "moved-on" };
}

/** A word, a space or a sign with its marks; or the start or end of a block. */
type Token =
  | { readonly is: "word"; readonly key: string; readonly text: string; readonly node: RichNode }
  | { readonly is: "start"; readonly key: string; readonly node: RichNode }
  | { readonly is: "end"; readonly key: string };

interface Hunk {
  /** Tokens that go, `from` up to `to`; those that come in their place. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
}

const wordPattern = /[\p{L}\p{N}\p{M}]+|\s+|[^]/gu;

function tokensOf(nodes: readonly RichNode[]): Token[] {
  return nodes.flatMap((node): Token[] => {
    const { type, attrs, text, marks } = node;
    if (text !== undefined) {
      const key = JSON.stringify(marks ?? []);
      return (text.match(wordPattern) ?? []).map((word) => ({
        is: "word",
        key: `${word}${key}`,
        text: word,
        node,
      }));
    }
    return [
      { is: "start", key: `<${type}${JSON.stringify(attrs ?? {})}`, node },
      ...tokensOf(node.content ?? []),
      { is: "end", key: `</${type}` },
    ];
  });
}

/** Beyond this many changed words a text counts as changed from end to end (it bounds the work). */
const mostChanges = 1_000;

/** What changed between two texts; changes on both sides of a space count as one. */
function hunksOf(before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, count } of differenceOf(before, after)) {
    const last = hunks.at(-1);
    const hunk = {
      from,
      to: removed ? from + count : from,
      tokens: added ? after.slice(to, to + count) : [],
    };
    const between = before.slice(last?.to ?? 0, from);
    if (!added && !removed) {
      from += count;
      to += count;
      continue;
    }
    if (last && between.every(isSpace))
      hunks[hunks.length - 1] = {
        from: last.from,
        to: hunk.to,
        tokens: [...last.tokens, ...between, ...hunk.tokens],
      };
    else hunks.push(hunk);
    if (removed) from += count;
    else to += count;
  }
  return hunks;
}

function isSpace(token: Token): boolean {
  return token.is === "word" && token.text.trim() === "";
}

/** Where each token of `before` stands in `now`, or null where it is gone. */
function placesOf(before: readonly Token[], now: readonly Token[]): readonly (number | null)[] {
  const places: (number | null)[] = [];
  let at = 0;
  for (const { added, removed, count } of differenceOf(before, now)) {
    if (!added)
      for (let number = 0; number < count; number += 1) places.push(removed ? null : at + number);
    if (!removed) at += count;
  }
  return places;
}

interface Change {
  readonly added: boolean;
  readonly removed: boolean;
  readonly count: number;
}

function differenceOf(before: readonly Token[], after: readonly Token[]): readonly Change[] {
  const [from, to] = [before, after].map((tokens) => tokens.map(({ key }) => key));
  return (
    diffArrays(from ?? [], to ?? [], { maxEditLength: mostChanges }) ?? [
      { added: false, removed: true, count: before.length },
      { added: true, removed: false, count: after.length },
    ]
  );
}

/** Where the tokens `from` up to `to` stand today side by side as they did, or null when they do not. */
function placeOf(
  places: readonly (number | null)[],
  length: number,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  if (from === to) {
    const left = from === 0 ? -1 : places[from - 1];
    const right = from === places.length ? length : places[from];
    if (left === null || left === undefined || right !== left + 1) return null;
    return { from: right, to: right };
  }
  const first = places[from];
  if (first === null || first === undefined) return null;
  for (let at = from; at < to; at += 1) if (places[at] !== first + at - from) return null;
  return { from: first, to: first + to - from };
}

interface Open {
  readonly node: RichNode;
  readonly content: RichNode[];
}

/** The blocks that the tokens spell, or null when starts and ends do not match. */
function readTokens(tokens: readonly Token[]): readonly RichNode[] | null {
  const open: Open[] = [{ node: { type: "doc" }, content: [] }];
  for (const token of tokens) {
    const inner = open.at(-1);
    if (!inner) return null;
    if (token.is === "word") inner.content.push(wordOf(token.text, token.node.marks));
    else if (token.is === "start") open.push({ node: token.node, content: [] });
    else {
      open.pop();
      const { node, content } = inner;
      if (token.key !== `</${node.type}`) return null;
      open.at(-1)?.content.push({ ...node, content });
    }
  }
  const [root] = open;
  return open.length === 1 && root ? root.content : null;
}

function wordOf(text: string, marks: readonly Mark[] | undefined): RichNode {
  return { type: "text", text, ...(marks ? { marks } : {}) };
}
