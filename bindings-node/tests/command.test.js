// The command of the package.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const COMMAND = "node_modules/.bin/kuzzle-errors";
const golden = readFileSync(`${process.env.GOLDEN}/unknown_index.txt`, "utf8");

/** Runs the command to its end. */
function run(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(COMMAND, args, { encoding: "utf8", ...options });
  return { status, stdout, stderr };
}

test("it answers as the other one", () => {
  assert.deepEqual(run(["explain", "0x01010001"]), { status: 0, stdout: golden, stderr: "" });
});

test("it reads standard input", () => {
  const input = '{"error":{"id":"security.token.expired","message":"m","status":401}}';
  const { status, stdout } = run(["explain", "-"], { input });
  assert.equal(status, 0);
  assert.match(stdout, /\nsecurity\.token\.expired\n/);
});

test("its status is its own", () => {
  assert.equal(run(["explain", "no.such.error"]).status, 1);
  const { status, stdout, stderr } = run(["nonsense"]);
  assert.deepEqual([status, stdout], [2, ""]);
  assert.match(stderr, /Usage: kuzzle-errors/);
});

test("a pipe takes a long answer whole, however slowly it is read", async () => {
  const child = spawn(COMMAND, ["list", "--format", "json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  let text = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    text += chunk;
  }
  assert.equal(JSON.parse(text).length, 277);
  assert.equal(child.exitCode ?? (await once(child, "exit"))[0], 0);
});

test("a pipe that this process made non-blocking is no broken one", () => {
  // Node.js opens its own streams non-blocking, and a child that inherits them has them so.
  const program = `process.stdout.write("");
    const { spawnSync } = require("node:child_process");
    const { status } = spawnSync("${COMMAND}", ["list", "--format", "json"], { stdio: "inherit" });
    process.exitCode = status;`;
  const pipeline = `"${process.execPath}" --eval '${program.replaceAll("'", "'\\''")}' | (sleep 0.5; cat)`;
  const { stdout, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", pipeline], {
    encoding: "utf8",
    maxBuffer: 1 << 24,
  });
  assert.equal(stderr, "");
  assert.equal(JSON.parse(stdout).length, 277);
});

test("a reader that goes away is no failure", () => {
  const pipeline = `${COMMAND} list --format json | head -c 10; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", pipeline], { encoding: "utf8" });
  assert.equal(stderr, "");
  assert.match(stdout, /0\n$/);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`${signal} stops it`, async () => {
    const child = spawn(COMMAND, ["explain", "-"], { stdio: ["pipe", "ignore", "inherit"] });
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill(signal);
    assert.deepEqual(await once(child, "exit"), [null, signal]);
  });
}
