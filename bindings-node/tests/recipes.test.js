// What users do with the package, beside the libraries that they use.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { error, ids, KuzzleError, kuzzle, parse, Registry, UnauthorizedError } from "kuzzle-errors";
import { rawGet, withRegistry } from "kuzzle-errors/kerror";

const require = createRequire(join(process.env.PEERS, "package.json"));
const { Http, Kuzzle, WebSocket } = require("kuzzle-sdk");
const { WebSocketServer } = require("ws");
const express = require("express");

/** What the server answers to the next requests, the first of them first; then that all is well. */
const answers = [];
let server;
let sockets;
let port;

before(async () => {
  server = createServer((request, response) => {
    const sent = request.url === "/_publicApi" ? undefined : answers.shift();
    const body = sent ? sent.toWire() : '{"result":{"now":1},"error":null}';
    response.writeHead(sent?.status ?? 200, { "Content-Type": "application/json" });
    response.end(sent ? `{"status":${sent.status},"error":${body},"result":null}` : body);
  });
  sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => {
    socket.on("message", (text) => {
      const { requestId, controller, action } = JSON.parse(text);
      // kuzzle-sdk asks for its token when it connects.
      const sent = controller === "auth" ? undefined : answers.shift();
      const result = sent ? null : { valid: true };
      const answer = {
        requestId,
        room: requestId,
        controller,
        action,
        status: sent?.status ?? 200,
      };
      socket.send(JSON.stringify({ ...answer, error: sent ?? null, result }));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = server.address().port;
});

after(() => {
  sockets.close();
  server.close();
  server.closeAllConnections();
});

const customRoutes = {
  orders: { list: { verb: "GET", url: "/_/orders" }, send: { verb: "POST", url: "/_/orders" } },
};

/** A client of the server, by one protocol of kuzzle-sdk or the other. */
async function connected(Protocol) {
  const options = Protocol === Http ? { port, customRoutes } : { port };
  const client = new Kuzzle(new Protocol("127.0.0.1", options));
  await client.connect();
  return client;
}

/** What a promise is rejected with. */
const rejected = (promise) =>
  promise.then(
    () => assert.fail("it is kept"),
    (reason) => reason,
  );

for (const Protocol of [Http, WebSocket]) {
  test(`an error of kuzzle-sdk is unwrapped, by ${Protocol.name}`, async () => {
    const client = await connected(Protocol);
    answers.push(error("services.storage.unknown_index", "nyc"));
    const caught = await rejected(client.query({ controller: "orders", action: "list" }));
    assert.ok(!(caught instanceof KuzzleError));

    const failure = KuzzleError.from(caught);
    assert.ok(failure.is(ids.services.storage.UNKNOWN_INDEX));
    assert.deepEqual([failure.name, failure.status], ["PreconditionError", 412]);
    assert.deepEqual([failure.code, failure.props], [0x01010001, ["nyc"]]);
    assert.equal(failure.cause, caught);
    assert.equal(failure.context.controller, "orders");
    assert.equal(failure.context.requestId, caught.requestId);
    assert.equal(failure.definition?.retry, "never");
    client.disconnect();
  });

  test(`the failed items of a batch, by ${Protocol.name}`, async () => {
    const client = await connected(Protocol);
    const items = [{ document: { _id: "doc-1" }, reason: "gone", status: 404 }];
    answers.push(error("services.storage.import_failed").withErrors(items));
    const caught = await rejected(client.query({ controller: "orders", action: "list" }));
    const [failure] = KuzzleError.from(caught).failures();
    assert.deepEqual([failure.id, failure.status, failure.reason], ["doc-1", 404, "gone"]);
    client.disconnect();
  });
}

/** A function of the README, as it is written there. */
async function fromReadme(name) {
  const readme = join(import.meta.dirname, "node_modules/kuzzle-errors/README.md");
  const examples = readFileSync(readme, "utf8").split("```js\n");
  const example = examples.find((text) => text.includes(`function ${name}(`)).split("```")[0];
  const file = join(import.meta.dirname, `${name}.js`);
  writeFileSync(file, `${example}export { ${name} };\n`);
  return (await import(pathToFileURL(file)))[name];
}

test("requests are sent again where that may help, and after a new login", async () => {
  const persistently = await fromReadme("persistently");
  const client = await connected(Http);
  let logins = 0;
  const login = async () => {
    logins += 1;
  };
  const request = () => client.query({ controller: "orders", action: "list" });
  answers.push(error("api.process.overloaded"), error("security.token.expired"));
  const { result } = await persistently(request, login);
  assert.deepEqual([result, logins], [{ now: 1 }, 1]);

  answers.push(error("services.storage.unknown_index", "nyc"));
  const failure = await rejected(persistently(request, login));
  assert.ok(failure.is("services.storage.unknown_index"));
  assert.deepEqual([answers.length, logins], [0, 1]);
});

test("an Express application answers with errors, as Kuzzle does or as problems", async () => {
  const app = express();
  app.get("/orders/:id", (request) => {
    if (request.params.id === "bug") {
      throw new TypeError("a bug");
    }
    throw error("services.storage.not_found", request.params.id, "shop", "orders");
  });
  app.use((caught, request, response, _next) => {
    const failure =
      caught instanceof KuzzleError ? caught : error("core.fatal.unexpected_error", caught.name);
    response.status(failure.status);
    if (request.accepts("application/problem+json")) {
      response.type("application/problem+json").send(JSON.stringify(failure.toProblem()));
    } else {
      response
        .type("application/json")
        .send(`{"status":${failure.status},"error":${failure.toWire()}}`);
    }
  });
  const listening = await new Promise((resolve) => {
    const started = app.listen(0, "127.0.0.1", () => resolve(started));
  });
  const ask = async (path, accept) => {
    const place = `http://127.0.0.1:${listening.address().port}${path}`;
    const response = await fetch(place, { headers: { accept } });
    return { response, text: await response.text() };
  };
  try {
    const { response, text } = await ask("/orders/7", "application/json");
    const failure = parse(text, response.status);
    assert.deepEqual(
      [response.status, failure.id, failure.props],
      [404, "services.storage.not_found", ["7", "shop", "orders"]],
    );
    const problem = await ask("/orders/7", "application/problem+json");
    assert.match(problem.response.headers.get("content-type"), /^application\/problem\+json/);
    assert.equal(JSON.parse(problem.text).title, "NotFoundError");
    assert.equal((await ask("/orders/bug", "application/json")).response.status, 500);
  } finally {
    listening.close();
    listening.closeAllConnections();
  }
});

test("the manifest of a plugin is loaded, its errors thrown, and read again", () => {
  const folder = mkdtempSync(join(tmpdir(), "kuzzle-errors-"));
  const sold = { code: 1, class: "PreconditionError", message: "%s is sold out", params: ["item"] };
  const manifest = { name: "shop", kuzzleVersion: ">=2.0.0", errors: { sold_out: sold } };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  const registry = kuzzle().with(Registry.load(folder));
  rmSync(folder, { recursive: true });

  const { get } = withRegistry(registry).wrap("plugin", "shop");
  const thrown = get("sold_out", "tea");
  assert.deepEqual([thrown.message, thrown.status], ["tea is sold out", 412]);
  const received = registry.parse(`{"error":${thrown.toWire()}}`);
  assert.equal(received.definition, registry.byId("plugin.shop.sold_out"));
  assert.equal(parse(`{"error":${thrown.toWire()}}`).definition, undefined);
  assert.ok(registry.byId("security.token.expired").fix.length > 0);
});

test("the errors of an application are registered, thrown and loaded", () => {
  const errors = {
    late: { code: 1, class: "UnauthorizedError", message: "Too late for %s", description: "Late" },
  };
  const domains = { app: { code: 0, subDomains: { orders: { code: 1, errors } } } };
  const thrown = rawGet(domains, "app", "orders", "late", "tea");
  assert.ok(thrown instanceof UnauthorizedError);
  assert.deepEqual([thrown.id, thrown.code], ["app.orders.late", 0x00010001]);

  const registry = kuzzle().with(Registry.load(domains));
  assert.equal(registry.error("app.orders.late", "tea").message, thrown.message);
  const received = registry.parse(`{"error":${thrown.toWire()}}`);
  assert.equal(received.definition.description, "Late");
  // The code belongs to an error of Kuzzle; the id decides.
  assert.equal(registry.byCode(0x00010001).id, "core.realtime.room_not_found");
});
