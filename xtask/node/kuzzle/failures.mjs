// Failed items of batches, in the shapes that Kuzzle gives them.

/** A list of items, each with what is to be read from it. */
export function makeFailures(random, { NotFoundError }) {
  const document = { _id: "doc-1", body: { n: 1.5, list: [null, ""] }, _version: 2 };
  const nowhere = new NotFoundError("Nowhere", "services.storage.not_found", 0x0101000b);
  return random.pick([
    [],
    [make("doc-1", "doc-1", null, null), make("é", "é", null, null)],
    [
      make({ document, reason: "Not found", status: 404 }, "doc-1", 404, "Not found"),
      make({ reason: "Forbidden", status: 403, _id: "doc-2" }, "doc-2", 403, "Forbidden"),
    ],
    [make(nowhere, null, 404, "Nowhere")],
  ]);
}

function make(item, id, status, reason) {
  return { item, failure: { id, status, reason } };
}
