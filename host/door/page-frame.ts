/** Words made safe within a page. */
export function safe(words: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return words.replaceAll(/[&<>"']/gu, (sign) => signs[sign] ?? sign);
}

/** A page of the door around its body, which is safe already. */
export function pageOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${safe(title)}</title>
<link rel="stylesheet" href="/look.css">
<script src="/rows.js" defer></script>
</head>
<body>
<header><a class="brand" href="/">园区周刊<span>投稿</span></a>
<nav aria-label="投稿门"><a href="/">投稿</a><a href="/status">查稿</a></nav></header>
<main>
${body}
</main>
</body>
</html>
`;
}

/** A time as a correspondent reads it: 6月20日 9:05. */
export function shownTime(iso: string): string {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/u.exec(iso) ?? [];
  if (year === undefined) return iso;
  return `${year}年${Number(month)}月${Number(day)}日 ${Number(hour)}:${minute}`;
}

/** A size in words. */
export function shownSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
