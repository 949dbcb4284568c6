/** How the rooms of all open statements are kept, and what of it may be set otherwise. */
import { socketLimits } from "../../shared/limits.ts";
import type { Bus } from "../bus/bus.ts";
import type { Store } from "../store/store.ts";
import type { Merged } from "../store/text-store.ts";
import type { SafetyNetSettings } from "./safety-net.ts";
import { nobodyWatches, type Watch } from "./watch.ts";

export interface RoomsSettings {
  readonly store: Pick<Store, "text">;
  /** To the other servers. */
  readonly bus: Bus;
  /**
   * Makes a snapshot of what is stored of a statement, where that holds nobody up; null when there is nothing to merge.
   * Fails soon when it is aborted.
   */
  merge(statementId: string, signal: AbortSignal): Promise<Merged | null>;
  /** ISO 8601, UTC. */
  now(): string;
  /** Told what went wrong, for the log. */
  problem(error: unknown): void;
  readonly watch?: Watch;
  /** Send presence less often as a room fills. */
  readonly thinPresence: boolean;
  /** The longest that a busy journal waits from one beat to the next. */
  readonly longestBeatMs?: number;
  /** How long a room stays open after the last has left. */
  readonly idleMs?: number;
  /** A document is given up when nobody has read it for so long, or for twice so long. */
  readonly restMs?: number;
  /** How often rooms are looked over, to be closed or compacted. */
  readonly lookOverMs?: number;
  /** A socket that holds more bytes than this gets no more changes until it drains… */
  readonly slowBytes?: number;
  /** …and is closed when it has not for this long. */
  readonly slowMs?: number;
  /** How often everybody is sent something, however quiet the room. */
  readonly keepAliveMs?: number;
  /** How often the database is asked what other servers did, while the bus is up and while it is down. */
  readonly lookMs?: SafetyNetSettings["lookMs"];
  /** How often this server tells the others that it is there. */
  readonly aliveMs?: number;
  /**
   * So many rows in the journal make a snapshot worth its while in a room at rest; ten times as
   * many while people write, who should not wait for it, and a twentieth when the room closes.
   */
  readonly compactRows?: number;
}

export type AllRoomsSettings = Required<RoomsSettings>;

export function withDefaults(settings: RoomsSettings): AllRoomsSettings {
  return {
    watch: nobodyWatches,
    longestBeatMs: 10,
    idleMs: 60_000,
    restMs: 10_000,
    lookOverMs: 5_000,
    slowBytes: socketLimits.unreadBytes,
    slowMs: socketLimits.unreadMs,
    keepAliveMs: 20_000,
    lookMs: { up: 12_000, down: 1_000 },
    aliveMs: 5_000,
    compactRows: 5_000,
    ...settings,
  };
}
