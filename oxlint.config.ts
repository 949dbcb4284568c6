/** What the linter asks of every file: strict types, the arrows between folders, one reader of the environment. */
import { defineConfig } from "oxlint";
import { forbiddenEverywhere, importRules } from "./scripts/lint/arrows.ts";

const outside = "shared/ has no clock, no randomness, no I/O: take it as an argument.";

const environment = {
  object: "process",
  property: "env",
  message: "Only server/config.ts reads the environment: take the value as an argument.",
};

export default defineConfig({
  plugins: [
    "eslint",
    "typescript",
    "unicorn",
    "oxc",
    "import",
    "react",
    "jsx-a11y",
    "promise",
    "node",
    "vitest",
  ],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error" },
  env: { builtin: true, browser: true, node: true },
  ignorePatterns: ["node_modules", "dist", "dist.*", "coverage", "data"],
  rules: {
    // Types
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-namespace": "error",
    "typescript/parameter-properties": "error",
    "typescript/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    "typescript/explicit-module-boundary-types": "error",
    "typescript/ban-ts-comment": "error",
    "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-call": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/only-throw-error": "error",
    "typescript/prefer-promise-reject-errors": "error",
    "typescript/prefer-nullish-coalescing": "error",
    "typescript/return-await": ["error", "error-handling-correctness-only"],
    "typescript/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true },
    ],
    "typescript/use-unknown-in-catch-callback-variable": "error",
    // One thing a file
    "eslint/max-lines": ["error", { max: 300 }],
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "oxc/no-barrel-file": "error",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    "unicorn/prefer-node-protocol": "error",
    "eslint/no-restricted-imports": ["error", { patterns: [...forbiddenEverywhere] }],
    "eslint/no-restricted-properties": ["error", environment],
    // Sense
    "eslint/eqeqeq": "error",
    "eslint/no-alert": "error",
    "eslint/no-console": "error",
    "eslint/no-param-reassign": "error",
    "eslint/no-var": "error",
    "eslint/prefer-const": "error",
    "eslint/no-else-return": "error",
    "eslint/no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
    "unicorn/no-array-for-each": "error",
    "unicorn/catch-error-name": "error",
    "unicorn/throw-new-error": "error",
    "react/button-has-type": "error",
    "react/rules-of-hooks": "error",
    "react/no-danger": "error",
    // The new JSX transform needs no React in scope.
    "react/react-in-jsx-scope": "off",
    // Style sheets and side-effect imports are how a bundler is told what a component needs.
    "import/no-unassigned-import": ["error", { allow: ["**/*.css"] }],
    // TypeScript itself checks that every path returns.
    "typescript/consistent-return": "off",
    // Methods are written in shorthand, also in plain objects that have no `this` to lose.
    "typescript/unbound-method": "off",
    // What comes out of a Y.Map is unknown to the compiler; its shape is kept by one file, shared/items.ts.
    "typescript/no-unsafe-type-assertion": "off",
    "eslint/no-shadow": "off",
    // A small function stays where it is used.
    "unicorn/consistent-function-scoping": "off",
    "import/no-named-as-default-member": "off",
    "oxc/no-map-spread": "off",
    "vitest/no-conditional-expect": "off",
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    // One step after the other is often the point: an append-only record, a person's hands in a test.
    "eslint/no-await-in-loop": "off",
  },
  overrides: [
    ...importRules(),
    {
      files: ["shared/**"],
      rules: {
        "eslint/no-restricted-globals": [
          "error",
          ...["process", "Buffer", "window", "document", "navigator", "localStorage", "fetch"].map(
            (name) => ({
              name,
              message: outside,
            }),
          ),
          ...["setTimeout", "setInterval", "performance", "crypto"].map((name) => ({
            name,
            message: outside,
          })),
        ],
        "eslint/no-restricted-properties": [
          "error",
          { object: "Date", property: "now", message: outside },
          { object: "Math", property: "random", message: outside },
        ],
      },
    },
    { files: ["server/config.ts"], rules: { "eslint/no-restricted-properties": "off" } },
    {
      // Programs: what they print is what they are for.
      files: [
        "server/main.ts",
        "server/record/verify-record.ts",
        "server/backup/backup.ts",
        "server/backup/restore.ts",
        "server/backup/migrate-store.ts",
      ],
      rules: { "eslint/no-console": "off" },
    },
    {
      // These run beside the product, in a developer's terminal.
      files: ["scripts/**", "test/**", "bench/**"],
      rules: { "eslint/no-restricted-properties": "off", "eslint/no-console": "off" },
    },
    // A component's return type says nothing that its name does not.
    { files: ["**/*.tsx"], rules: { "typescript/explicit-module-boundary-types": "off" } },
    {
      // People's verbs wait for what they name, and fail when it does not come.
      files: ["test/browser/**", "test/world/**"],
      rules: { "vitest/expect-expect": "off", "vitest/no-standalone-expect": "off" },
    },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
  ],
});
