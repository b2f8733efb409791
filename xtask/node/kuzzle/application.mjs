// The errors of an application, as it registers them in Kuzzle 2.

/** Of each class one error, and one that has a status of its own. */
export function makeApplication(classes) {
  const errors = classes.map((type, position) => [
    type.toLowerCase(),
    { code: position + 1, class: type, message: "Shop %s has no %s", description: type },
  ]);
  errors.push(["teapot", { code: 100, class: "KuzzleError", status: 418, message: "I'm a %s" }]);
  const orders = { code: 255, errors: Object.fromEntries(errors) };
  return { shop: { code: 200, subDomains: { orders } } };
}
