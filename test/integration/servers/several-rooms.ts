/** The rooms of several servers over one store, in one process: each with a bus of its own that can lose things. */
import { nanoid } from "nanoid";
import { create } from "lib0/prng";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../../../shared/access.ts";
import { aboutOf } from "../../../shared/items.ts";
import type { Entry } from "../../../shared/entry.ts";
import { mergeText } from "../../../server/history/merge-text.ts";
import { joinDraft } from "../../../server/access/join.ts";
import { LocalHub } from "../../../server/bus/local-bus.ts";
import { openStore } from "../../../server/store/open-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { Rooms } from "../../../server/sync/rooms.ts";
import type { RoomsSettings } from "../../../server/sync/rooms-settings.ts";
import { APage } from "../sync/a-page.ts";
import { LossyBus } from "./lossy-bus.ts";

/** One server of several. */
export interface OneOfSeveral {
  readonly rooms: Rooms;
  readonly bus: LossyBus;
}

const borough = { id: "camden", name: "Camden" };

export class SeveralRooms {
  readonly store: Store;
  readonly servers: readonly OneOfSeveral[];
  readonly problems: unknown[] = [];
  readonly #dataDir: string;
  readonly #pages = new Set<APage>();

  private constructor(
    dataDir: string,
    store: Store,
    { count, seed, ...settings }: { count: number; seed: number } & Partial<RoomsSettings>,
  ) {
    this.#dataDir = dataDir;
    this.store = store;
    const hub = new LocalHub();
    const random = create(seed);
    this.servers = Array.from({ length: count }, () => {
      const bus = new LossyBus(hub.join(), random);
      const rooms = new Rooms({
        store,
        bus,
        merge: (statementId) => mergeText(store.text, statementId),
        now: () => new Date().toISOString(),
        problem: (problem) => this.problems.push(problem),
        thinPresence: true,
        lookMs: { up: 200, down: 50 },
        ...settings,
      });
      return { rooms, bus };
    });
  }

  static async start({
    count = 2,
    seed = 1,
    ...settings
  }: { count?: number; seed?: number } & Partial<RoomsSettings> = {}): Promise<SeveralRooms> {
    const dataDir = await mkdtemp(join(tmpdir(), "needline-several-"));
    return new SeveralRooms(dataDir, await openStore(dataDir), { count, seed, ...settings });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const page of this.#pages) page.end();
    for (const { rooms, bus } of this.servers) {
      await rooms.stop();
      await bus.close();
    }
    await this.store.close();
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  /** @param index 0 for the first */
  server(index: number): OneOfSeveral {
    const server = this.servers[index];
    if (!server) throw new Error(`There is no server ${index}.`);
    return server;
  }

  /** A statement with a lead, made on the first server. */
  async statement(): Promise<{ id: string; lead: string }> {
    const id = nanoid();
    const lead = nanoid();
    await this.store.people.addStatement(id, lead, new Date().toISOString());
    await this.joins(0, id, "Ada", "lead", lead);
    await this.server(0).rooms.use(id, (room) =>
      room.act({ personId: lead, boroughId: borough.id }, () => ({
        drafts: [],
        write: (doc) => void aboutOf(doc).set("title", "Repairs"),
      })),
    );
    return { id, lead };
  }

  /** @returns the new person's id */
  async joins(
    index: number,
    statementId: string,
    name: string,
    role: Role,
    personId = nanoid(),
  ): Promise<string> {
    const person = { id: personId, name, boroughId: borough.id, boroughName: borough.name };
    await this.store.people.keepBorough(borough);
    const at = new Date().toISOString();
    await this.store.people.addPerson({ id: personId, name, boroughId: borough.id, at });
    await this.says(index, statementId, personId, joinDraft(person, role, false, null));
    return personId;
  }

  /** Adds an entry through one of the servers. */
  says(
    index: number,
    statementId: string,
    personId: string,
    draft: { type: string; facts: Record<string, unknown>; words: Record<string, unknown> },
  ): Promise<Entry[]> {
    return this.server(index).rooms.use(statementId, (room) =>
      room.act({ personId, boroughId: borough.id }, () => ({ drafts: [draft] })),
    );
  }

  /** Opens the statement on one of the servers. */
  async open(
    index: number,
    statementId: string,
    personId: string,
    page: APage = new APage(),
  ): Promise<APage> {
    this.#pages.add(page);
    const visit = await this.server(index).rooms.connect(statementId, personId, page);
    if (visit) page.opened(visit);
    return page;
  }
}
