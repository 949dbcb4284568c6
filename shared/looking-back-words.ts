/** The review in sentences, as somebody would say them in a meeting. Numbers first, nothing by colour. */
import { defaultPriorityWords, type Priority } from "./item-kinds.ts";
import { countAll, type Groups, type LookingBack } from "./looking-back.ts";

/**
 * A few sentences for the top of the page; none while there is neither a need nor an outcome.
 * @param words what this statement prints for priorities
 */
export function lookingBackSentences(
  back: LookingBack,
  words: Readonly<Record<Priority, string>> = defaultPriorityWords,
): string[] {
  return [
    ...sentencesOf(back.needs, { one: "need", many: "needs" }, words.must),
    ...sentencesOf(back.outcomes, { one: "outcome", many: "outcomes" }, words.must),
    ...requirementSentences(back),
  ];
}

interface Noun {
  readonly one: string;
  readonly many: string;
}

function sentencesOf(groups: Groups, noun: Noun, must: string): string[] {
  const all = countAll(groups);
  if (all === 0) return [];
  const { fully, partly, changed, leftOut } = groups;
  const rest = [
    ...(fully.length > 0 ? [`${is(fully.length)} met fully`] : []),
    ...(partly.length > 0 ? [`${is(partly.length)} met partly`] : []),
    ...(leftOut.length > 0 ? [`${was(leftOut.length)} left out on purpose`] : []),
  ];
  return [
    notMetSentence(groups, noun, must),
    ...(rest.length > 0 ? [`${listed(rest)}.`] : []),
    ...(changed.length > 0
      ? [
          `${was(changed.length)} linked before the words changed, so nobody has confirmed that ${changed.length === 1 ? "it is" : "they are"} still met.`,
        ]
      : []),
  ];
}

function notMetSentence(groups: Groups, noun: Noun, must: string): string {
  const { notMet } = groups;
  const all = countAll(groups);
  if (notMet.length === 0) {
    return all === 1
      ? `The one ${noun.one} has a requirement or a reason.`
      : `Each of the ${all} ${noun.many} has a requirement or a reason.`;
  }
  const verb = notMet.length === 1 ? "is" : "are";
  const first = `${notMet.length} of ${all} ${all === 1 ? noun.one : noun.many} ${verb} met by no requirement`;
  const musts = notMet.filter(({ priority }) => priority === "must").length;
  if (musts === 0) return `${first}.`;
  const isDefault = must === defaultPriorityWords.must;
  const one = isDefault ? "a must-have" : `“${must}”`;
  const many = isDefault ? "must-haves" : `“${must}”`;
  if (notMet.length === 1) return `${first}; it is ${one}.`;
  return `${first}; ${musts === 1 ? `1 of them is ${one}` : `${musts} of them are ${many}`}.`;
}

function requirementSentences({ requirements, noNeed, needsNone }: LookingBack): string[] {
  if (requirements === 0) return [];
  const noun = requirements === 1 ? "requirement" : "requirements";
  const first =
    noNeed.length === 0
      ? ""
      : `${noNeed.length} of ${requirements} ${noun} ${noNeed.length === 1 ? "meets" : "meet"} no need.`;
  const second =
    needsNone.length === 0
      ? ""
      : `${needsNone.length} ${needsNone.length === 1 ? "needs" : "need"} none, and somebody said why.`;
  return [first, second].filter((sentence) => sentence !== "");
}

function is(count: number): string {
  return `${count} ${count === 1 ? "is" : "are"}`;
}

function was(count: number): string {
  return `${count} ${count === 1 ? "was" : "were"}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
