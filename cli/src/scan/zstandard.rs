//! Zstandard: all the frames of a file, one after the other.

use std::error::Error;
use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// How far back a frame may refer. `zstd --ultra` can ask for more, which would have to be held in memory.
const MAX_WINDOW: u64 = 16 << 20;

/// Decompresses what another reader gives.
pub(super) struct Reader<R> {
    source: R,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl<R: BufRead> Reader<R> {
    pub(super) fn new(source: R) -> Self {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(MAX_WINDOW);
        Self { source, decoder, in_frame: false }
    }

    /// Goes to the next frame, if there is one.
    fn begin_frame(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.source.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(invalid(&error)),
            }
        }
        Ok(false)
    }

    /// The content's own checksum, where a frame has one, must be that of what came out.
    fn check_frame(&self) -> io::Result<()> {
        match (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum()) {
            (Some(written), Some(calculated)) if written != calculated => {
                Err(io::Error::new(io::ErrorKind::InvalidData, "the checksum is wrong"))
            }
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Reader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.in_frame {
                if !self.begin_frame()? {
                    return Ok(0);
                }
                self.in_frame = true;
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let step = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, step).map_err(|error| invalid(&error))?;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 {
                return Ok(length);
            }
            self.check_frame()?;
            self.in_frame = false;
        }
    }
}

/// An error of the decoder: that the file ends too soon, where the innermost reason says so, else what the decoder says.
fn invalid(error: &FrameDecoderError) -> io::Error {
    let mut reason: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(inner) = reason {
        let ended = inner.downcast_ref::<io::Error>().map(io::Error::kind) == Some(io::ErrorKind::UnexpectedEof);
        if ended {
            return io::ErrorKind::UnexpectedEof.into();
        }
        reason = inner.source();
    }
    let message = match error {
        FrameDecoderError::WindowSizeTooBig { requested, .. } => {
            format!("it needs a window of {} MiB, more than {} MiB", requested >> 20, MAX_WINDOW >> 20)
        }
        error => error.to_string(),
    };
    io::Error::new(io::ErrorKind::InvalidData, message)
}
