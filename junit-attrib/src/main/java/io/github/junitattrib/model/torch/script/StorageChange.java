package io.github.junitattrib.model.torch.script;

/** What happens to the numbers of an archive while it is written anew. */
interface StorageChange {

    /** Leaves all as it is. */
    StorageChange NONE = new StorageChange() {
        @Override
        public boolean changes(String entry) {
            return false;
        }

        @Override
        public byte[] changed(String entry, byte[] numbers) {
            return numbers;
        }
    };

    /** Says whether an entry gets other numbers. */
    boolean changes(String entry);

    /** Returns the numbers that it gets, as many as it has. */
    byte[] changed(String entry, byte[] numbers);
}
