/** What the people who type elsewhere are told and tell. It crosses a process boundary, so it is parsed. */
import { z } from "zod";
import { ticketSchema } from "../driver/plan.ts";

const placeSchema = z.union([
  z.object({ itemId: z.string(), field: z.string() }),
  /** A paragraph of one big document, by its number. */
  z.object({ paragraph: z.int() }),
]);

export type TypingPlace = z.infer<typeof placeSchema>;

export const othersPlanSchema = z.object({
  dialect: z.enum(["needline", "y-websocket"]),
  people: z.array(z.object({ ticket: ticketSchema, place: placeSchema })),
  seed: z.int(),
});

export type OthersPlan = z.infer<typeof othersPlanSchema>;

/** Begin to type, or stop. */
export const orderSchema = z.object({ type: z.boolean() });

/** They sit at their places; later, how many letters they have typed. */
export const toldSchema = z.object({ letters: z.int() });
