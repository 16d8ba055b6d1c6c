import { html, type Markup } from './markup.ts';

/** What every page of the door says on top. */
export interface PageHead {
  /** What drafts are sent to, such as 湘潭日报·园区周刊. */
  readonly title: string;
}

interface PageBody extends PageHead {
  readonly heading: string;
  readonly body: Markup;
}

/** A page of the door. */
export function doorPage({ title, heading, body }: PageBody): string {
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} · ${title}</title>
<link rel="stylesheet" href="/door.css">
<link rel="icon" href="data:,">
</head>
<body>
<header class="band"><p>${title}</p></header>
<main>
<h1>${heading}</h1>
${body}
<nav aria-label="投稿"><a href="/">投稿</a><a href="/status">查询是否采用</a></nav>
</main>
</body>
</html>
`;
  return page.markup;
}
