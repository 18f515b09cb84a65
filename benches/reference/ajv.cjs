// Parses every record and annex of a register with js-yaml and validates it with ajv: `node ajv.cjs REGISTER SCHEMAS`.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;
const yaml = require("js-yaml");

const [register, schemas] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const validator = (kind) => ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, `${kind}.json`), "utf8")));
const complaint = validator("complaint");
const annex = validator("annex");

let wrong = 0;
const walk = (dir) => {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) {
      walk(file);
      continue;
    }
    const validate = entry.name === "complaint.yaml" ? complaint
      : path.basename(dir) === "private" && entry.name.endsWith(".yaml") ? annex : null;
    // Days stay texts, as the schema has them.
    if (validate && !validate(yaml.load(fs.readFileSync(file, "utf8"), { schema: yaml.JSON_SCHEMA }))) {
      wrong += 1;
      console.error(file, validate.errors);
    }
  }
};
walk(register);
process.exit(wrong > 0 ? 1 : 0);
