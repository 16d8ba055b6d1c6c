import { useShownPage } from '#renderer/desk-state/open-desk.ts';
import { zhCn } from '#renderer/strings/zh-cn.ts';

/** Observations on the page that shows. */
export function StatusLine() {
  const page = useShownPage();
  return (
    <footer className="status" role="status">
      {page !== undefined && <span>{zhCn.findings(page.findings.length)}</span>}
    </footer>
  );
}
