import type { Engine } from "./engine.js";

let running: Engine | undefined;

/** The engine that answers. */
export function engine(): Engine {
  if (running === undefined) {
    throw new Error("kuzzle-errors has not been started: await start() first");
  }
  return running;
}

/** Sets the engine that answers from now on. */
export function use(started: Engine): void {
  running = started;
}

/** Does nothing where an engine runs, and throws where none does. */
export function requireEngine(): undefined {
  engine();
}

/** The answer to a question, or the error that `Invalid` makes of the reason why there is none. */
export function answerOf(text: string, Invalid: new (reason: string) => Error = Error) {
  const answer = JSON.parse(text);
  if (answer?.invalid !== undefined) {
    throw new Invalid(answer.invalid);
  }
  return answer;
}
