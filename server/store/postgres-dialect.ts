/**
 * Kysely over PostgreSQL, so that tables and queries written for SQLite mean the same here: its integers
 * have 64 bits, a lone integer key numbers itself, and text is ordered and compared by its bytes.
 */
import {
  ColumnDefinitionNode,
  type DataTypeNode,
  DataTypeNode as DataTypes,
  GeneratedNode,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryCompiler,
} from "kysely";
import { storable } from "./storable.ts";

export class PostgresLikeSqlite extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new Compiler();
  }
}

const types: Readonly<Record<string, string>> = {
  integer: "bigint",
  blob: "bytea",
  text: 'text collate "C"',
};

class Compiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    this.append(types[node.dataType] ?? node.dataType);
  }

  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const { dataType, primaryKey } = node;
    const isKey = primaryKey === true && DataTypes.is(dataType) && dataType.dataType === "integer";
    const generated = GeneratedNode.create({ byDefault: true, identity: true });
    super.visitColumnDefinition(isKey ? ColumnDefinitionNode.cloneWith(node, { generated }) : node);
  }

  protected override appendValue(value: unknown): void {
    super.appendValue(storable(value));
  }
}
