/** Rooms over a real store in a folder of its own, and people with pages in them. */
import { nanoid } from "nanoid";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../../../shared/access.ts";
import { aboutOf, type Item } from "../../../shared/items.ts";
import { joinDraft } from "../../../server/access/join.ts";
import { mergeText } from "../../../server/history/merge-text.ts";
import { LocalHub } from "../../../server/bus/local-bus.ts";
import { openStore } from "../../../server/store/open-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { Rooms } from "../../../server/sync/rooms.ts";
import type { RoomsSettings } from "../../../server/sync/rooms-settings.ts";
import { APage } from "./a-page.ts";

export interface OpenRoomsOptions extends Partial<RoomsSettings> {
  /** Puts something between the rooms and the store. */
  readonly between?: (store: Store) => Pick<Store, "text">;
}

export class OpenRooms {
  readonly dataDir: string;
  readonly problems: unknown[] = [];
  readonly #options: OpenRoomsOptions;
  readonly #pages = new Set<APage>();
  store: Store;
  rooms: Rooms;

  private constructor(dataDir: string, store: Store, options: OpenRoomsOptions) {
    this.dataDir = dataDir;
    this.#options = options;
    this.store = store;
    this.rooms = this.#makeRooms();
  }

  static async start(options: OpenRoomsOptions = {}): Promise<OpenRooms> {
    const dataDir = await mkdtemp(join(tmpdir(), "needline-rooms-"));
    return new OpenRooms(dataDir, await openStore(dataDir), options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const page of this.#pages) page.end();
    await this.rooms.stop();
    await this.store.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Stops, and starts again on what is on the disk. */
  async restart(): Promise<void> {
    await this.rooms.stop();
    await this.store.close();
    this.store = await openStore(this.dataDir);
    this.rooms = this.#makeRooms();
  }

  /** A statement with a lead. */
  async statement(): Promise<{ id: string; lead: string }> {
    const id = nanoid();
    const lead = nanoid();
    await this.store.people.addStatement(id, lead, new Date().toISOString());
    await this.joins(id, "Ada", "lead", lead);
    await this.rooms.use(id, (room) =>
      room.act({ personId: lead, boroughId: "camden" }, () => ({
        drafts: [],
        write: (doc) => void aboutOf(doc).set("title", "Repairs"),
      })),
    );
    return { id, lead };
  }

  /** Lets a new person in. @returns their id */
  async joins(statementId: string, name: string, role: Role, personId = nanoid()): Promise<string> {
    const person = { id: personId, name, boroughId: "camden", boroughName: "Camden" };
    const at = new Date().toISOString();
    await this.store.people.keepBorough({ id: "camden", name: "Camden" });
    await this.store.people.addPerson({ id: personId, name, boroughId: "camden", at });
    await this.rooms.use(statementId, (room) =>
      room.act({ personId, boroughId: "camden" }, () => ({
        drafts: [joinDraft(person, role, false, null)],
      })),
    );
    return personId;
  }

  /** Opens the statement in a page. */
  async open(statementId: string, personId: string, page: APage = new APage()): Promise<APage> {
    this.#pages.add(page);
    const visit = await this.rooms.connect(statementId, personId, page);
    if (visit) page.opened(visit);
    return page;
  }

  items(statementId: string): Promise<readonly Item[]> {
    return this.rooms.use(statementId, (room) => room.items());
  }

  #makeRooms(): Rooms {
    const { between, ...settings } = this.#options;
    const { store } = this;
    return new Rooms({
      store: between?.(store) ?? store,
      merge: (statementId) => mergeText(store.text, statementId),
      bus: new LocalHub().join(),
      now: () => new Date().toISOString(),
      problem: (problem) => this.problems.push(problem),
      thinPresence: true,
      ...settings,
    });
  }
}
