/** Whether the rooms of all servers hold the same. */
import { expect } from "vitest";
import type { SeveralRooms } from "./several-rooms.ts";

/** Fails unless all of them hold the same items and record, and have come as far. */
export async function expectSameRooms(several: SeveralRooms, id: string): Promise<void> {
  const states = await Promise.all(
    several.servers.map(({ rooms }) =>
      rooms.use(id, (room) => ({
        head: room.record.head,
        items: room.items(),
        point: room.point,
      })),
    ),
  );
  const [first, ...rest] = states;
  for (const other of rest) {
    expect(other.items).toEqual(first?.items);
    expect(other.head).toEqual(first?.head);
    expect(other.point).toEqual(first?.point);
  }
}
