/** What errors say of a database that is away, and of what became of what was asked. */
import pg from "pg";
import { expect, test } from "vitest";
import { outcomeIfAway, StoreAway } from "../../server/store/store-away.ts";

function coded(code: string): Error {
  return Object.assign(new Error("it did not work"), { code });
}

function refused(code: string): Error {
  return Object.assign(new pg.DatabaseError("it did not work", 0, "error"), { code });
}

test("a database that was never reached did nothing", () => {
  const never = [
    coded("ECONNREFUSED"),
    coded("ENOTFOUND"),
    new Error("timeout exceeded when trying to connect"),
    refused("57P03"),
    refused("57014"),
    new StoreAway("not-done", coded("ECONNRESET")),
  ];
  expect(never.map(outcomeIfAway)).toEqual(never.map(() => "not-done"));
});

test("what a lost line asked for may have been done", () => {
  const lost = [
    coded("ECONNRESET"),
    new Error("Connection terminated unexpectedly"),
    new Error("Query read timeout"),
    refused("57P01"),
    refused("08006"),
    new StoreAway("unknown", coded("ECONNRESET")),
  ];
  expect(lost.map(outcomeIfAway)).toEqual(lost.map(() => "unknown"));
});

test("an error that a database answered with, or that is our own, says nothing of its being away", () => {
  const others = [refused("23505"), new TypeError("no such function"), coded("ENOENT"), "no error"];
  expect(others.map(outcomeIfAway)).toEqual(others.map(() => null));
});
