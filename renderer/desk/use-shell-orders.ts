import { useEffect, useRef } from 'react';
import type { OpenIssueRequest, ShellOrder } from '#host/contract.ts';
import { runCommand } from '#renderer/commands/all-commands.ts';
import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';

/** Who carries out what the shell asks for. */
export interface OrderTaker {
  /** False while an issue is being opened or put away: orders wait so long. */
  readonly isReady: boolean;
  readonly desk: OpenDesk | undefined;
  open(request: OpenIssueRequest): void;
}

/** Listens to Electron: a choice in a native menu, an issue that was double-clicked elsewhere. */
export function useShellOrders(taker: OrderTaker): void {
  const latest = useRef(taker);
  latest.current = taker;
  useEffect(() => {
    if (!taker.isReady) return;
    return window.banxin?.onShellOrder((order) => carryOut(latest.current, order));
  }, [taker.isReady]);
}

function carryOut({ desk, open }: OrderTaker, order: ShellOrder): void {
  if (order.kind === 'command') {
    if (desk !== undefined) runCommand(desk, order.command);
    return;
  }
  const { folder } = order;
  if (desk === undefined) open({ folder });
  else if (desk.openIssue.folder !== folder) desk.leave({ folder });
}
