/** Ids and tails of orders, made where the item is made. */
import { customAlphabet, nanoid } from "nanoid";

/** 21 characters. */
export const newItemId: () => string = () => nanoid();

/** Makes an order differ from any made in the same place at the same time. */
export const orderTail: () => string = customAlphabet(
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
  6,
);
