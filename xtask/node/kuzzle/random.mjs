// Numbers that look random and are the same in every run.

/** An xorshift generator of 32 bits. */
export class Random {
  #state;

  /** @param {number} seed a positive integer */
  constructor(seed) {
    this.#state = seed;
  }

  /** 32 bits as an unsigned integer. */
  bits() {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return this.#state >>> 0;
  }

  /** An integer from 0 to `limit` - 1. */
  below(limit) {
    return Math.floor((this.bits() / 2 ** 32) * limit);
  }

  /** True so many times of a hundred. */
  chance(percentage) {
    return this.below(100) < percentage;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** As many values as are asked for, each made anew. */
  list(length, make) {
    return Array.from({ length }, () => make(this));
  }
}
