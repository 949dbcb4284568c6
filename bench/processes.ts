/** What the system says about a process: processor time and memory. Null where there is no /proc (only Linux has it). */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Processor seconds of all threads of a process since it began, in the kernel's steps of 10 ms. */
export function processorSeconds(pid: number): number | null {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the command in brackets and may hold spaces (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond();
}

/** Resident memory now, in megabytes (10^6 bytes). */
export function residentMegabytes(pid: number): number | null {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6;
}

/** Seconds that the host of a virtual machine gave to others while this one had work, all cores together. */
export function stolenSeconds(): number | null {
  // user, nice, system, idle, iowait, irq, softirq, steal (proc(5)).
  const steal = /^cpu +(?:\d+ ){7}(\d+)/.exec(read("/proc/stat") ?? "")?.[1];
  return steal === undefined ? null : Number(steal) / ticksPerSecond();
}

let ticks: number | null = null;

function ticksPerSecond(): number {
  ticks ??= Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
  return ticks;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
