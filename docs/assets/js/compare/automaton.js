/** A suffix automaton: every substring of one text, so that another text can be read against it in one pass. */
export class SuffixAutomaton {
  /** @param {string[]} text characters */
  constructor(text) {
    this.next = [new Map()];
    this.link = [-1];
    this.length = [0];
    let last = 0;
    for (const character of text) last = this.#extend(last, character);
  }

  #state(length, transitions, link) {
    this.length.push(length);
    this.link.push(link);
    return this.next.push(transitions) - 1;
  }

  #extend(last, character) {
    const current = this.#state(this.length[last] + 1, new Map(), 0);
    let state = last;
    while (state >= 0 && !this.next[state].has(character)) {
      this.next[state].set(character, current);
      state = this.link[state];
    }
    if (state < 0) return current;
    const target = this.next[state].get(character);
    if (this.length[state] + 1 === this.length[target]) {
      this.link[current] = target;
      return current;
    }
    const clone = this.#state(this.length[state] + 1, new Map(this.next[target]), this.link[target]);
    while (state >= 0 && this.next[state].get(character) === target) {
      this.next[state].set(character, clone);
      state = this.link[state];
    }
    this.link[target] = clone;
    this.link[current] = clone;
    return current;
  }

  /**
   * For each character of `text`: the length of the longest substring ending there that the automaton's text has.
   * @param {string[]} text @returns {number[]}
   */
  matches(text) {
    let state = 0;
    let length = 0;
    return text.map((character) => {
      while (state && !this.next[state].has(character)) {
        state = this.link[state];
        length = this.length[state];
      }
      if (this.next[state].has(character)) {
        state = this.next[state].get(character);
        length += 1;
      }
      return length;
    });
  }
}
