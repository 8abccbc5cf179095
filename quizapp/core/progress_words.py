"""What is said of the learner's files: progress, backups, settings, logs. A part of all problems."""

from collections.abc import Mapping

from quizapp.core.messages import Severity

PROGRESS_MESSAGES: Mapping[str, tuple[Severity, str]] = {
    # the learner's files: store/connection, progress_file, database, backups, settings
    "already_running": ("error", "quizapp is already running with the folder {folder}. Close it first."),
    "already_running_open": (
        "error",
        "quizapp is already running. Drop {file} onto its window, or press Ctrl+O there.",
    ),
    "folder_unusable": ("error", "The folder {folder} cannot be used: {reason}."),
    "progress_out_of_reach": ("error", "The progress file cannot be used just now: {reason}."),
    "progress_broken": (
        "error",
        "Part of the progress file cannot be read. Nothing was changed. In Settings, Backups, the deep check "
        "says what it is and repairs what it can; a copy can be restored there.",
    ),
    "progress_missing": ("error", "There is no progress in {folder} yet."),
    "progress_behind": ("error", "Open quizapp once: it has to bring the files in {folder} up to date."),
    "progress_newer": ("error", "{file} was made by a newer quizapp. Update quizapp; nothing was changed."),
    "progress_unreadable": ("error", "{file} cannot be read: {reason}. Nothing was changed."),
    "progress_unwritable": (
        "error",
        "Progress cannot be saved in {folder}: {reason}.",
    ),
    "progress_unsound": ("error", "The progress file is damaged. Restore a backup from {folder}."),
    "progress_damaged": (
        "error",
        "The progress file was damaged. It is kept as {file}; there is no backup.",
    ),
    "progress_damaged_backup": (
        "error",
        "The progress file was damaged. It is kept as {file}. The newest good backup is {backup}.",
    ),
    "progress_foreign": (
        "error",
        "The progress file was not one of quizapp. It is kept as {file}; there is no backup.",
    ),
    "progress_foreign_backup": (
        "error",
        "The progress file was not one of quizapp. It is kept as {file}. The newest good backup is {backup}.",
    ),
    "backup_unusable": ("error", "{file} is no backup that this quizapp can restore."),
    "clock_behind_days": (
        "warning",
        "This machine’s clock is {days} days behind your last answer. Time goes on from that answer "
        "until the clock is right again: please check its date.",
    ),
    "clock_behind_hours": (
        "warning",
        "This machine’s clock is {hours} hours behind your last answer. Time goes on from that answer "
        "until the clock is right again: please check its time.",
    ),
    "backup_unwritable": ("error", "No backup can be made in {folder}: {reason}."),
    "backup_folder_unreachable": (
        "warning",
        "The folder for backups, {folder}, could not be used: {reason}. The copy lies beside your progress.",
    ),
    # the deep check: store/integrity
    "check_failed": ("error", "The check could not be made in {folder}: {reason}."),
    "check_page": (
        "error",
        "Part of the file cannot be read: {what}. Restore a copy, or save what can be read.",
    ),
    "check_index": ("error", "The index {index} does not say what its table says. Repair makes it anew."),
    "check_schema": ("error", "{name} is missing or altered in the file. Repair makes it anew."),
    "check_reference": (
        "error",
        "Rows of {table} that refer to a {parent} which is not there: {count}. They are kept as they are.",
    ),
    "check_answer": (
        "error",
        "Answers that cannot be read: {count} (rows {rows}). They are kept, and count by their rating.",
    ),
    "check_event": ("error", "Events that cannot be read: {count} (rows {rows}). They are kept as they are."),
    "check_stale": (
        "error",
        "What is derived from your answers is not up to date. Repair derives it anew.",
    ),
    "check_fold": (
        "error",
        "Rows of {table} that differ from what your answers say: {count}. Repair derives them anew.",
    ),
    "setting_unknown": ("error", "There is no setting {key}."),
    "setting_scope": ("error", "The setting {key} cannot be kept for {scope}."),
    "setting_invalid": ("error", "{value} does not suit the setting {key}: {reason}."),
    # the log as JSON lines, merging and the synced folder: formats/log_files, store/merging, store/sync
    "log_foreign": ("error", "This is no log and no progress file of quizapp."),
    "log_newer": ("error", "This was written by a newer quizapp. Update quizapp to take it in."),
    "log_line": ("error", "This line is not taken: {reason}."),
    "log_type_newer": (
        "warning",
        "Records of the type {type} are of a newer quizapp. They are kept, and read after an update.",
    ),
    "log_fields_newer": (
        "warning",
        "Records of the type {type} say more than this quizapp knows. The rest is kept for an update.",
    ),
    "log_cut": ("warning", "The file is cut short: its last line is missing. What is there is read."),
    "log_changed": ("warning", "The file is not as it was written: it was edited or damaged."),
    "log_damaged": ("error", "The file is damaged from here on: {reason}."),
    "log_unreadable": ("error", "{file} cannot be read: {reason}."),
    "log_unwritable": ("error", "{file} cannot be written: {reason}."),
    "log_unusable": ("error", "{file} is damaged, or no log and no progress file of quizapp."),
    "log_exists": ("error", "{file} is there already. Nothing was written."),
    "sync_missing": ("error", "The synced folder {folder} cannot be looked into: {reason}."),
    "sync_foreign": ("warning", "{file} in the synced folder is no log of a machine. It was left alone."),
    "sync_unfinished": (
        "warning",
        "{file} in the synced folder has not arrived in full, or is damaged. It was left alone.",
    ),
}
"""Code -> (severity, English template with {named} arguments)."""
