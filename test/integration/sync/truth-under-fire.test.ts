/**
 * Several people work at random over real sockets, go and come back, and have their roles changed.
 * `SEED` repeats a run as far as the machine's timing allows; `FIRE_SECONDS` makes it longer.
 */
import { create, int32, oneOf } from "lib0/prng";
import { expect, test } from "vitest";
import { AServer, joinedBy, type Caller } from "../a-server.ts";
import { AWriter, wordsOf, type Typed } from "./a-writer.ts";
import { eventually } from "./eventually.ts";
import { LivePage } from "./live-page.ts";
import { secondsUnderFire, seedOfRun } from "./fire-settings.ts";

const seed = seedOfRun();
const seconds = secondsUnderFire(12);

interface Person {
  readonly name: string;
  readonly caller: Caller;
  readonly id: string;
  writer: AWriter;
  mayWrite: boolean;
}

test(
  `every acknowledged word is there afterwards, in the item it was typed in (seed ${seed})`,
  async () => {
    const random = create(seed);
    await using server = await AServer.start();
    const ada = await server.first("Ada", "camden");
    const statementId = await ada.makes("Repairs");
    const where = (caller: Caller) => ({ url: server.url, statementId, cookie: caller.cookie });
    const people: Person[] = [];
    const add = async (name: string, caller: Caller): Promise<void> => {
      const writer = new AWriter(name, random, where(caller));
      people.push({ name, caller, id: await caller.personId(), writer, mayWrite: true });
    };
    await add("ada", ada);
    for (const name of ["ben", "cleo", "dan", "eve"]) {
      await add(name, await joinedBy(server, ada, statementId, "editor", name));
    }
    const others = people.filter(({ name }) => name !== "ada");
    const done: { readonly saved: Typed[]; readonly writer: AWriter }[] = [];
    const did = { disconnect: 0, "change role": 0 };
    let pages = 0;

    const endsAt = performance.now() + seconds * 1_000;
    while (performance.now() < endsAt) {
      for (const { writer, mayWrite } of people) {
        if (mayWrite && writer.page.hasBeenSynced) writer.acts();
      }
      const dice = int32(random, 0, 199);
      const somebody = oneOf(random, people);
      if (dice < 6) {
        somebody.writer.page.provider.disconnect();
        did.disconnect += 1;
      } else if (dice < 30) {
        somebody.writer.page.provider.connect();
      } else if (dice < 32) {
        const person = oneOf(random, others);
        person.mayWrite = !person.mayWrite;
        const role = person.mayWrite ? "editor" : "reviewer";
        const path = `/api/statements/${statementId}/people/${person.id}`;
        const { status } = await ada.call("PATCH", path, { role, agrees: false });
        expect(status).toBe(200);
        did["change role"] += 1;
        // A page keeps what was not saved as a copy and begins again: so does this one.
        const { writer } = person;
        done.push({ saved: writer.saved(), writer });
        writer.page.end();
        pages += 1;
        person.writer = new AWriter(`${person.name}p${pages}x`, random, where(person.caller));
      }
      await new Promise((resolve) => setTimeout(resolve, int32(random, 0, 12)));
    }
    for (const { writer } of people) writer.page.provider.connect();
    await eventually(() => {
      for (const { writer, mayWrite } of people) {
        expect(mayWrite ? writer.hasAllSaved : writer.page.isSynced, `seed ${seed}`).toBe(true);
      }
    });
    for (const { writer } of people) done.push({ saved: writer.saved(), writer });

    const words = done.flatMap(({ saved }) => saved);
    const takenOut = new Set(done.flatMap(({ writer }) => [...writer.takenOut]));
    await eventually(() => {
      const [first, ...rest] = people.map(({ writer }) => wordsOf(writer.page.doc));
      for (const other of rest) expect(other).toEqual(first);
    });
    await server.restart();
    const fresh = new LivePage(where(ada));
    await eventually(() => expect(fresh.isSynced).toBe(true));
    const places = wordsOf(fresh.doc);
    const wrong = words.filter(({ word, itemId, field }) => {
      const found = places.get(word) ?? [];
      const isThereOnce = found.length === 1 && found[0] === `${itemId}/${field}`;
      return !(isThereOnce || (found.length === 0 && takenOut.has(word)));
    });
    fresh.end();
    for (const { writer } of people) writer.page.end();

    const sum: Record<string, number> = { ...did };
    for (const { writer } of done) {
      for (const [what, times] of Object.entries(writer.did)) sum[what] = (sum[what] ?? 0) + times;
    }
    console.log(`seed ${seed}, ${seconds} s:`, sum, `${words.length} words acknowledged`);
    expect(wrong).toEqual([]);
    expect(words.length).toBeGreaterThan(500);
    expect([...places.values()].every((found) => found.length === 1)).toBe(true);
  },
  (seconds + 60) * 1_000,
);
