export function SignInPage({ again }: { again?: string }) {
  return <>{again}</>;
}
