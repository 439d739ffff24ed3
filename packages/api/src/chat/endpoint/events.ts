/** Cuts a server-sent event stream into the data of its events, whatever the network's pieces were. */
export interface EventReader {
  /** Takes the next piece and gives the data that became whole. */
  push(text: string): string[];
  /** The stream has ended: gives what stood in it without a closing blank line. */
  end(): string[];
}

export function createEventReader(): EventReader {
  /** The line that is still coming. It only grows here: to look through it with every piece would take ever longer. */
  let line = '';
  let data: string[] = [];
  /** A line break may be cut between its two characters. */
  let carriage = '';

  function takeLine(whole: string[]): void {
    if (line === '') {
      if (data.length > 0) whole.push(data.join('\n'));
      data = [];
    } else if (line.startsWith('data:')) {
      // Some servers end events with a single line break: a line that is JSON by itself is an event by itself.
      const [first] = data;
      if (first !== undefined && data.length === 1 && isWhole(first)) {
        whole.push(first);
        data = [];
      }
      data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    }
  }

  function takeLines(text: string): string[] {
    const whole: string[] = [];
    for (const [position, part] of text.split(/\r\n|\n|\r/).entries()) {
      if (position > 0) {
        takeLine(whole);
        line = '';
      }
      line += part;
    }
    return whole;
  }

  return {
    push(text) {
      const all = carriage + text;
      carriage = all.endsWith('\r') ? '\r' : '';
      return takeLines(all.slice(0, all.length - carriage.length));
    },
    end() {
      return takeLines(`${carriage}\n\n`);
    },
  };
}

function isWhole(text: string): boolean {
  if (text === '[DONE]') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
