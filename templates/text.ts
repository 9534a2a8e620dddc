const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', rsquo: '’' };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}

function link(href: string, label: string): string {
  const address = href.replace(/^mailto:/, '');
  return label === address ? label : `${label} (${address})`;
}

/**
 * The same letter as plain text, for those who read it so. It says all that the HTML says.
 * Only for our own templates' output: well-formed, with the few tags that letters use.
 */
export function plainText(html: string): string {
  const body = html
    .replace(/<head[\s\S]*?<\/head>/i, '')
    .replace(/\s+/g, ' ')
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gi, (_, href: string, label: string) => link(href, label))
    .replace(/<h[1-3][^>]*>/gi, '\n\n')
    .replace(/<li[^>]*>/gi, '\n- ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(p|ul|ol|address|section|header|footer|h[1-3]|div)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]+>/g, '');
  return `${decode(body)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** What stands in `<title>`, as one line: it is the subject of an e-mail. */
export function titleOf(html: string): string {
  return decode(/<title>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
