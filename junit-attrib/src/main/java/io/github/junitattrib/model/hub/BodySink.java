package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a response to a stream, to a limit; can be stopped while bytes still arrive.
 *
 * <p>Its result is the number of bytes written.
 */
final class BodySink implements BodySubscriber<Long> {

    /** Makes the stream when the first byte is about to come. */
    @FunctionalInterface
    interface Opener {
        OutputStream open() throws IOException;
    }

    /** Of a body that nobody wants, so much is read for the sake of the connection. */
    private static final long POLITE = 1 << 16;

    private final Opener opener;
    private final long limit;
    private final boolean wanted;
    private final CompletableFuture<Long> end = new CompletableFuture<>();
    private @Nullable OutputStream out;
    private Flow.@Nullable Subscription subscription;
    private long count;

    private BodySink(Opener opener, long limit, boolean wanted) {
        this.opener = opener;
        this.limit = limit;
        this.wanted = wanted;
    }

    static BodySink to(Opener opener, long limit) {
        return new BodySink(opener, limit, true);
    }

    /** Takes a body that nobody wants, such as a page that explains an error. */
    static BodySink nowhere() {
        return new BodySink(OutputStream::nullOutputStream, POLITE, false);
    }

    /** How much has come; stands still where a server has fallen silent. */
    synchronized long count() {
        return count;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return end;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription to) {
        if (end.isDone()) {
            to.cancel();
            return;
        }
        subscription = to;
        try {
            out = opener.open();
            to.request(1);
        } catch (IOException e) {
            stop(new LocalFileException(e));
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (end.isDone() || out == null || subscription == null) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                int fitting = (int) Math.min(bytes.length, limit - count);
                out.write(bytes, 0, fitting);
                count += fitting;
                if (fitting < bytes.length) {
                    overflow();
                    return;
                }
            }
            subscription.request(1);
        } catch (IOException e) {
            stop(new LocalFileException(e));
        }
    }

    private void overflow() {
        if (wanted) {
            stop(new IOException("the server sends more than the " + limit + " bytes that are allowed"));
        } else {
            cancel();
            close();
            end.complete(count);
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        close();
        end.completeExceptionally(failure);
    }

    @Override
    public synchronized void onComplete() {
        close();
        end.complete(count);
    }

    /** Ends it from outside; nothing is written after this returns. */
    synchronized void stop(IOException reason) {
        cancel();
        close();
        end.completeExceptionally(reason);
    }

    private void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            end.completeExceptionally(new LocalFileException(e));
        }
        out = null;
    }
}
