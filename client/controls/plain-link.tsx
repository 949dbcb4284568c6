/**
 * A way to another page of ours that hears of no navigation: of thousands in a table none is rendered when the address
 * changes, as each of the router's own links is. With a key held down the browser does what it does.
 */
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useRef,
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
} from "react";
import { useNavigate } from "react-router";

type Follow = (event: MouseEvent<HTMLAnchorElement>) => void;

/** Without a router around it the browser follows it. */
const FollowContext = createContext<Follow>(() => {});

/** Once around all pages. */
export function PlainLinks({ children }: { readonly children: ReactNode }): ReactNode {
  const navigate = useNavigate();
  const latest = useRef(navigate);
  useLayoutEffect(() => {
    latest.current = navigate;
  });
  const follow = useCallback<Follow>((event) => {
    const { altKey, ctrlKey, metaKey, shiftKey, button, currentTarget } = event;
    if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey || button !== 0) return;
    event.preventDefault();
    const { pathname, search, hash, href } = currentTarget;
    // As a browser does it: to go where one is leaves nothing behind to go back to.
    void latest.current(`${pathname}${search}${hash}`, { replace: href === location.href });
  }, []);
  return <FollowContext value={follow}>{children}</FollowContext>;
}

interface PlainLinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** From the root: "/statements/…". */
  readonly to: string;
}

export function PlainLink({ to, onClick, children, ...rest }: PlainLinkProps): ReactNode {
  const follow = useContext(FollowContext);
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        follow(event);
      }}
    >
      {children}
    </a>
  );
}
