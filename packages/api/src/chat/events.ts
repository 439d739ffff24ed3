/** Cuts a server-sent event stream into the data of its events, whatever the network's pieces were. */
export interface EventReader {
  /** Takes the next piece and gives the data that became whole. */
  push(text: string): string[];
  /** The stream has ended: gives what stood in it without a closing blank line. */
  end(): string[];
}

export function createEventReader(): EventReader {
  let rest = '';
  let data: string[] = [];

  function takeLine(line: string, whole: string[]): void {
    if (line === '') {
      if (data.length > 0) whole.push(data.join('\n'));
      data = [];
    } else if (line.startsWith('data:')) {
      // Some servers end events with a single line break: what is JSON by itself is an event by itself.
      if (data.length > 0 && isWhole(data.join('\n'))) {
        whole.push(data.join('\n'));
        data = [];
      }
      data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    }
  }

  function takeLines(text: string): string[] {
    const whole: string[] = [];
    const lines = text.split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line, whole);
    return whole;
  }

  return {
    push(text) {
      const all = rest + text;
      // A line break may be cut between its two characters.
      if (!all.endsWith('\r')) return takeLines(all);
      const whole = takeLines(all.slice(0, -1));
      rest += '\r';
      return whole;
    },
    end() {
      return takeLines(`${rest}\n\n`);
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
