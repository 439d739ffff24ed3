/** The sign: a speech bubble that holds three columns. Its colours are `--mk1` (bubble) and `--mk2` (columns) of where it stands. */
export function BrandMark({ size = 22, className }: { size?: number; className?: string | undefined }) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path
        d="M8 3h12a5 5 0 0 1 5 5v8a5 5 0 0 1-5 5h-7.6L7.2 25.3c-.8.6-1.9.1-1.9-.9V21A5 5 0 0 1 3 16.5V8a5 5 0 0 1 5-5Z"
        fill="var(--mk1)"
      />
      <path
        d="M9.2 8v8.2M14 8v4.6M18.8 8v6.4"
        stroke="var(--mk2)"
        strokeWidth="2.4"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
