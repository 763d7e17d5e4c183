package io.github.junitattrib.model.torch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class SmallFileTest {

    /** Made by hand: a user who may read everything, as in many containers, is denied nothing. */
    @Test
    void saysWhyTheFileSystemDoesNotGiveIt() {
        assertThat(SmallFile.unreadable("The file x", new AccessDeniedException("x")))
                .hasMessage("The file x cannot be read: permission denied. Give this user the right to read it, and to"
                        + " enter its directory.");
        assertThat(SmallFile.unreadable("The file x", new NoSuchFileException("x")))
                .hasMessage("The file x cannot be read: there is no such file. Copy the model again.");
        assertThat(SmallFile.unreadable("The file x", new IOException("Input/output error")))
                .hasMessageContaining("Input/output error");
    }
}
